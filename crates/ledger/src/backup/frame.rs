//! How the bytes of a backup lie in its file: a line that says how to open it, then chunks.
//!
//! Each chunk is sealed with its number and with whether it is the last, so that one that is missing, moved, doubled,
//! changed or taken from another file is noticed: with a passphrase by XChaCha20-Poly1305 (the STREAM construction,
//! Hoang and others, CRYPTO 2015), against anybody; without one by SHA-256, against accidents only.

use std::io::{BufRead, BufReader, Read, Write};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::BackupError;
use crate::entropy::Entropy;

/// What a file of ours begins with.
const FORMAT: &str = "handslag backup";
/// Bytes in each chunk but the last.
const CHUNK: usize = 65_536;
/// The longest first line.
const LONGEST_HEAD: u64 = 4096;
/// Set in the length of the last chunk.
const LAST: u32 = 1 << 31;
/// Bytes of the nonce that all chunks share; the number of the chunk and the mark of the last follow.
const NONCE: usize = 19;

/// What deriving a key from a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory, in units of 1,024 bytes.
    pub memory_kib: u32,
    /// How many times over it.
    pub passes: u32,
    /// How many lanes.
    pub lanes: u32,
}

impl Default for Cost {
    /// The second choice of RFC 9106, on one lane: 64 MiB, three passes.
    fn default() -> Self {
        Self { memory_kib: 65_536, passes: 3, lanes: 1 }
    }
}

/// The most that a file may ask for: else a forged one could take all memory.
const MOST: Cost = Cost { memory_kib: 1_048_576, passes: 16, lanes: 16 };

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: String,
    v: u32,
    sealed: Option<Sealing>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealing {
    cipher: String,
    key: String,
    #[serde(flatten)]
    cost: Cost,
    salt: String,
    nonce: String,
}

const CIPHER: &str = "xchacha20poly1305 stream";
const KEY: &str = "argon2id";

/// What guards the chunks.
enum Guard {
    Digest,
    Cipher { cipher: Box<XChaCha20Poly1305>, nonce: [u8; NONCE] },
}

/// Guards chunk after chunk.
struct Chunks {
    guard: Guard,
    /// The digest of the first line: a chunk belongs to its file only.
    head: [u8; 32],
    next: u32,
}

impl Chunks {
    /// The guard of the next chunk: what is bound to it.
    fn number(&mut self, is_last: bool) -> Result<[u8; 5], BackupError> {
        let mut bound = [0; 5];
        bound[..4].copy_from_slice(&self.next.to_be_bytes());
        bound[4] = u8::from(is_last);
        self.next = self.next.checked_add(1).ok_or(BackupError::TooLarge)?;
        Ok(bound)
    }

    fn digest(&self, bound: &[u8; 5], plain: &[u8]) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.head);
        hash.update(bound);
        hash.update(plain);
        hash.finalize().into()
    }

    fn seal(&mut self, plain: &[u8], is_last: bool) -> Result<Vec<u8>, BackupError> {
        let bound = self.number(is_last)?;
        match &self.guard {
            Guard::Digest => {
                let mut sealed = plain.to_vec();
                sealed.extend(self.digest(&bound, plain));
                Ok(sealed)
            }
            Guard::Cipher { cipher, nonce } => {
                let payload = Payload { msg: plain, aad: &self.head };
                let sealed = cipher.encrypt(&whole_nonce(nonce, bound), payload);
                Ok(sealed.expect("a chunk is far below the limit of the cipher"))
            }
        }
    }

    fn open(&mut self, sealed: &[u8], is_last: bool) -> Result<Vec<u8>, BackupError> {
        let is_first = self.next == 0;
        let bound = self.number(is_last)?;
        match &self.guard {
            Guard::Digest => {
                let (plain, digest) = sealed
                    .len()
                    .checked_sub(32)
                    .map(|length| sealed.split_at(length))
                    .ok_or(BackupError::Changed)?;
                if self.digest(&bound, plain) != digest {
                    return Err(BackupError::Changed);
                }
                Ok(plain.to_vec())
            }
            Guard::Cipher { cipher, nonce } => {
                let payload = Payload { msg: sealed, aad: &self.head };
                let opened = cipher.decrypt(&whole_nonce(nonce, bound), payload);
                let wrong = if is_first { BackupError::Passphrase } else { BackupError::Changed };
                opened.map_err(|_| wrong)
            }
        }
    }

    /// Bytes that guarding adds to a chunk.
    fn added(&self) -> usize {
        match self.guard {
            Guard::Digest => 32,
            Guard::Cipher { .. } => 16,
        }
    }
}

fn whole_nonce(nonce: &[u8; NONCE], bound: [u8; 5]) -> XNonce {
    let mut whole = [0; 24];
    whole[..NONCE].copy_from_slice(nonce);
    whole[NONCE..].copy_from_slice(&bound);
    XNonce::from(whole)
}

fn derive(passphrase: &str, salt: &[u8], cost: Cost) -> Result<XChaCha20Poly1305, BackupError> {
    let unusable = || BackupError::Unreadable("its passphrase cannot be made a key of".to_owned());
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| unusable())?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(|_| unusable())?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

/// Writes chunks; what was written counts only once [`Framed::finish`] has returned.
pub(super) struct Framed<W: Write> {
    to: W,
    chunks: Chunks,
    waiting: Vec<u8>,
}

impl<W: Write> Framed<W> {
    /// Writes the first line.
    pub(super) fn begin(
        mut to: W,
        passphrase: Option<(&str, Cost)>,
        entropy: &Entropy,
    ) -> Result<Self, BackupError> {
        let (salt, nonce): ([u8; 16], [u8; NONCE]) = (entropy.bytes(), entropy.bytes());
        let sealed = passphrase.map(|(_, cost)| Sealing {
            cipher: CIPHER.to_owned(),
            key: KEY.to_owned(),
            cost,
            salt: BASE64URL_NOPAD.encode(&salt),
            nonce: BASE64URL_NOPAD.encode(&nonce),
        });
        let guard = match passphrase {
            None => Guard::Digest,
            Some((passphrase, cost)) => {
                Guard::Cipher { cipher: Box::new(derive(passphrase, &salt, cost)?), nonce }
            }
        };
        let head = Head { format: FORMAT.to_owned(), v: 1, sealed };
        let mut line = serde_json::to_vec(&head).expect("plain texts and numbers are JSON");
        line.push(b'\n');
        to.write_all(&line)?;
        let chunks = Chunks { guard, head: Sha256::digest(&line).into(), next: 0 };
        Ok(Self { to, chunks, waiting: Vec::with_capacity(CHUNK) })
    }

    /// Writes the last chunk.
    pub(super) fn finish(mut self) -> Result<W, BackupError> {
        self.put(true)?;
        self.to.flush()?;
        Ok(self.to)
    }

    fn put(&mut self, is_last: bool) -> Result<(), BackupError> {
        let sealed = self.chunks.seal(&self.waiting, is_last)?;
        let length = u32::try_from(self.waiting.len()).map_err(|_| BackupError::TooLarge)?;
        let length = if is_last { length | LAST } else { length };
        self.to.write_all(&length.to_be_bytes())?;
        self.to.write_all(&sealed)?;
        self.waiting.clear();
        Ok(())
    }
}

/// An error for whoever writes through others that know errors of the file system only.
fn told(error: BackupError) -> std::io::Error {
    if error == BackupError::NoRoom {
        std::io::ErrorKind::StorageFull.into()
    } else {
        std::io::Error::other(error)
    }
}

impl<W: Write> Write for Framed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // A chunk is written when more follows, so that the last one is known to be it.
        if self.waiting.len() == CHUNK {
            self.put(false).map_err(told)?;
        }
        let taken = bytes.len().min(CHUNK - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Reads chunks; what is read was checked.
pub(super) struct Unframed<R: Read> {
    from: BufReader<R>,
    chunks: Chunks,
    open: Vec<u8>,
    at: usize,
    ended: bool,
    /// What was wrong, for whoever reads through others that tell it only as an error of reading.
    pub(super) fault: std::rc::Rc<std::cell::RefCell<Option<BackupError>>>,
}

impl<R: Read> Unframed<R> {
    /// Reads the first line; the flag tells whether a passphrase was needed.
    pub(super) fn begin(from: R, passphrase: Option<&str>) -> Result<(Self, bool), BackupError> {
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        Read::take(&mut from, LONGEST_HEAD).read_until(b'\n', &mut line)?;
        let head: Head = serde_json::from_slice(&line).map_err(|_| BackupError::NoBackup)?;
        if head.format != FORMAT {
            return Err(BackupError::NoBackup);
        }
        if head.v != 1 {
            return Err(BackupError::Later);
        }
        let is_sealed = head.sealed.is_some();
        let guard = match (head.sealed, passphrase) {
            (None, None) => Guard::Digest,
            // Somebody may have put an open file in the place of a sealed one.
            (None, Some(_)) => return Err(BackupError::NotSealed),
            (Some(_), None) => return Err(BackupError::Sealed),
            (Some(sealing), Some(passphrase)) => guard_of(&sealing, passphrase)?,
        };
        let chunks = Chunks { guard, head: Sha256::digest(&line).into(), next: 0 };
        let fault = std::rc::Rc::default();
        Ok((Self { from, chunks, open: Vec::new(), at: 0, ended: false, fault }, is_sealed))
    }

    fn next_chunk(&mut self) -> Result<(), BackupError> {
        let mut length = [0; 4];
        read_whole(&mut self.from, &mut length)?;
        let length = u32::from_be_bytes(length);
        let (is_last, length) = (length & LAST != 0, length & !LAST);
        let length = usize::try_from(length).map_err(|_| BackupError::Changed)?;
        if length > CHUNK || (length < CHUNK && !is_last) {
            return Err(BackupError::Changed);
        }
        let mut sealed = vec![0; length + self.chunks.added()];
        read_whole(&mut self.from, &mut sealed)?;
        self.open = self.chunks.open(&sealed, is_last)?;
        self.at = 0;
        if is_last {
            self.ended = true;
            if !self.from.fill_buf()?.is_empty() {
                return Err(BackupError::Changed);
            }
        }
        Ok(())
    }
}

fn guard_of(sealing: &Sealing, passphrase: &str) -> Result<Guard, BackupError> {
    if sealing.cipher != CIPHER || sealing.key != KEY {
        return Err(BackupError::Later);
    }
    let Cost { memory_kib, passes, lanes } = sealing.cost;
    if memory_kib > MOST.memory_kib || passes > MOST.passes || lanes > MOST.lanes {
        return Err(BackupError::Unreadable("opening it would take too much memory".to_owned()));
    }
    let decode = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).ok();
    let nonce = decode(&sealing.nonce).and_then(|bytes| <[u8; NONCE]>::try_from(bytes).ok());
    let salt = decode(&sealing.salt).filter(|salt| salt.len() == 16);
    let (nonce, salt) = nonce.zip(salt).ok_or(BackupError::NoBackup)?;
    Ok(Guard::Cipher { cipher: Box::new(derive(passphrase, &salt, sealing.cost)?), nonce })
}

/// Reads all that is wanted; an end before it is a backup that was cut short.
fn read_whole(from: &mut impl Read, into: &mut [u8]) -> Result<(), BackupError> {
    from.read_exact(into).map_err(|error| {
        if error.kind() == std::io::ErrorKind::UnexpectedEof {
            BackupError::CutShort
        } else {
            error.into()
        }
    })
}

impl<R: Read> Read for Unframed<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.open.len() && !self.ended {
            if let Err(error) = self.next_chunk() {
                let told = std::io::Error::other(error.to_string());
                *self.fault.borrow_mut() = Some(error);
                return Err(told);
            }
        }
        let taken = into.len().min(self.open.len() - self.at);
        into[..taken].copy_from_slice(&self.open[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };

    fn framed(plain: &[u8], passphrase: Option<&str>) -> Vec<u8> {
        let entropy = Entropy::from_seed([3; 32]);
        let passphrase = passphrase.map(|text| (text, CHEAP));
        let mut framed = Framed::begin(Vec::new(), passphrase, &entropy).unwrap();
        framed.write_all(plain).unwrap();
        framed.finish().unwrap()
    }

    fn unframed(file: &[u8], passphrase: Option<&str>) -> Result<Vec<u8>, BackupError> {
        let (mut unframed, _) = Unframed::begin(file, passphrase)?;
        let mut plain = Vec::new();
        let read = unframed.read_to_end(&mut plain);
        let fault = unframed.fault.borrow_mut().take();
        match (read, fault) {
            (Ok(_), _) => Ok(plain),
            (Err(_), Some(fault)) => Err(fault),
            (Err(error), None) => panic!("{error}"),
        }
    }

    /// Long enough for three chunks, each of which differs.
    fn plain() -> Vec<u8> {
        (0..CHUNK * 2 + 17).map(|at| u8::try_from(at % 251).unwrap()).collect()
    }

    #[test]
    fn what_is_framed_reads_back() {
        for passphrase in [None, Some("correct horse")] {
            for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, CHUNK * 2, CHUNK * 2 + 17] {
                let plain = &plain()[..length];
                let file = framed(plain, passphrase);
                assert_eq!(unframed(&file, passphrase).unwrap(), plain, "{length} {passphrase:?}");
            }
        }
    }

    #[test]
    fn a_wrong_passphrase_or_none_is_told() {
        let sealed = framed(b"secret", Some("right"));
        assert!(!sealed.windows(6).any(|bytes| bytes == b"secret"));
        assert_eq!(unframed(&sealed, Some("wrong")), Err(BackupError::Passphrase));
        assert_eq!(unframed(&sealed, None), Err(BackupError::Sealed));
        let open = framed(b"secret", None);
        assert_eq!(unframed(&open, Some("right")), Err(BackupError::NotSealed));
        assert_eq!(unframed(b"", None), Err(BackupError::NoBackup));
        assert_eq!(
            unframed(b"{\"format\":\"x\",\"v\":1,\"sealed\":null}\n", None),
            Err(BackupError::NoBackup)
        );
        assert_eq!(
            unframed(b"{\"format\":\"handslag backup\",\"v\":2,\"sealed\":null}\n", None),
            Err(BackupError::Later)
        );
    }

    #[test]
    fn no_changed_byte_and_no_cut_goes_unnoticed() {
        for passphrase in [None, Some("p")] {
            let file = framed(&plain(), passphrase);
            let check = |changed: &[u8], what: &str| {
                assert!(unframed(changed, passphrase).is_err(), "{what} {passphrase:?}");
            };
            for at in (0..file.len()).step_by(2003).chain([0, file.len() - 1]) {
                let mut changed = file.clone();
                changed[at] ^= 1;
                check(&changed, &format!("byte {at}"));
            }
            for at in (0..file.len()).step_by(4999).chain([file.len() - 1]) {
                check(&file[..at], &format!("cut at {at}"));
            }
            let mut longer = file.clone();
            longer.push(0);
            check(&longer, "more after the end");
        }
    }

    /// Where each chunk lies in a file.
    fn chunks(file: &[u8], added: usize) -> Vec<std::ops::Range<usize>> {
        let mut at = file.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        let mut chunks = Vec::new();
        while at < file.len() {
            let length = u32::from_be_bytes(file[at..at + 4].try_into().unwrap()) & !LAST;
            let end = at + 4 + usize::try_from(length).unwrap() + added;
            chunks.push(at..end);
            at = end;
        }
        chunks
    }

    #[test]
    fn chunks_cannot_be_left_out_swapped_doubled_or_taken_from_another_file() {
        for (passphrase, added) in [(None, 32), (Some("p"), 16)] {
            let file = framed(&plain(), passphrase);
            let chunks = chunks(&file, added);
            assert_eq!(chunks.len(), 3);
            let head = &file[..chunks[0].start];
            let with = |order: &[usize]| {
                let mut made = head.to_vec();
                order.iter().for_each(|at| made.extend_from_slice(&file[chunks[*at].clone()]));
                unframed(&made, passphrase)
            };
            assert_eq!(with(&[0, 1, 2]).unwrap(), plain());
            for order in [&[1, 0, 2][..], &[0, 2], &[0, 0, 2], &[0, 1], &[0, 1, 2, 2], &[2], &[]] {
                assert!(with(order).is_err(), "{order:?} {passphrase:?}");
            }
            // The second chunk marked as the last.
            let mut cut = file[..chunks[1].end].to_vec();
            cut[chunks[1].start] |= 0x80;
            assert!(unframed(&cut, passphrase).is_err());
        }
        // Two files under one passphrase, their chunks mixed.
        let entropy = Entropy::from_seed([4; 32]);
        let mut other = Framed::begin(Vec::new(), Some(("p", CHEAP)), &entropy).unwrap();
        other.write_all(&plain()).unwrap();
        let other = other.finish().unwrap();
        let file = framed(&plain(), Some("p"));
        let (here, there) = (chunks(&file, 16), chunks(&other, 16));
        let mut mixed = file[..here[1].start].to_vec();
        mixed.extend_from_slice(&other[there[1].start..]);
        assert_eq!(unframed(&mixed, Some("p")), Err(BackupError::Changed));
    }

    #[test]
    fn a_forged_file_cannot_ask_for_all_memory() {
        let file = framed(b"x", Some("p"));
        let end = file.iter().position(|byte| *byte == b'\n').unwrap();
        let head = String::from_utf8(file[..end].to_vec()).unwrap();
        let forged = head.replace("\"memory_kib\":64", "\"memory_kib\":4000000000");
        assert_ne!(forged, head);
        let mut made = forged.into_bytes();
        made.extend_from_slice(&file[end..]);
        assert!(matches!(unframed(&made, Some("p")), Err(BackupError::Unreadable(_))));
    }
}
