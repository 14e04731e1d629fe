//! The content of a part as characters, each with its place in the mail.

use encoding_rs::UTF_8;

use super::parts::{Part, Writing};
use crate::text::{Origins, Writer};
use crate::{MOST_WORDS, ReadError, charset};

/// Characters of a part.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) words: String,
    pub(super) origins: Origins,
    pub(super) remarks: Vec<String>,
}

/// Bytes with the places they come from.
#[derive(Debug, Default)]
struct Bytes {
    bytes: Vec<u8>,
    origins: Origins,
}

impl Bytes {
    fn push(&mut self, bytes: &[u8], from: usize, length: usize) {
        self.origins.push(self.bytes.len(), bytes.len(), from, length);
        self.bytes.extend_from_slice(bytes);
    }
}

/// Decodes the content of a part.
pub(super) fn body(raw: &[u8], part: &Part) -> Result<Decoded, ReadError> {
    // Four bytes of quoted-printable or base64 stand for one at least.
    if raw.len() > 4 * MOST_WORDS {
        return Err(ReadError::big("its text", MOST_WORDS));
    }
    let mut remarks = Vec::new();
    let bytes = match part.writing {
        Writing::AsItIs => {
            let mut bytes = Bytes::default();
            bytes.push(raw, part.body.start, raw.len());
            bytes
        }
        Writing::QuotedPrintable => quoted_printable(raw, part.body.start),
        Writing::Base64 => {
            let (bytes, is_whole) = base64(raw, part.body.start);
            if !is_whole {
                remarks.push("its base64 is broken; read as far as it goes".to_owned());
            }
            bytes
        }
    };
    let said = part.charset.as_deref();
    if let Ok(words) = std::str::from_utf8(&bytes.bytes)
        && !said.is_some_and(is_escaped)
    {
        if words.len() > MOST_WORDS {
            return Err(ReadError::big("its text", MOST_WORDS));
        }
        let words = words.to_owned();
        return Ok(Decoded { words, origins: bytes.origins, remarks });
    }
    let (words, origins, remark) = characters(&bytes.bytes, said)?;
    remarks.push(remark);
    Ok(Decoded { words, origins: origins.through(&bytes.origins), remarks })
}

/// Whether a character set writes other letters than ASCII with bytes of ASCII.
fn is_escaped(label: &str) -> bool {
    let label = label.trim().to_ascii_lowercase();
    label.starts_with("iso-2022") || label.starts_with("utf-16")
}

/// Bytes of another character set, one by one, so that each character keeps its place.
fn characters(bytes: &[u8], said: Option<&str>) -> Result<(String, Origins, String), ReadError> {
    let (encoding, remark) = charset::named(said, bytes);
    let encoding = if encoding == UTF_8 { encoding_rs::WINDOWS_1252 } else { encoding };
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut writer = Writer::default();
    let mut begun = 0;
    let mut piece = String::with_capacity(16);
    for (at, byte) in bytes.iter().enumerate() {
        let is_last = at + 1 == bytes.len();
        piece.clear();
        let _: (encoding_rs::CoderResult, usize, bool) =
            decoder.decode_to_string(std::slice::from_ref(byte), &mut piece, is_last);
        if !piece.is_empty() {
            writer.push(&piece, begun, at + 1 - begun)?;
            begun = at + 1;
        }
    }
    Ok((writer.words, writer.origins, remark))
}

/// Quoted-printable: `=C3=A9`, and `=` at the end of a line that goes on.
fn quoted_printable(raw: &[u8], start: usize) -> Bytes {
    let mut bytes = Bytes::default();
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let run = rest.iter().position(|byte| *byte == b'=').unwrap_or(rest.len());
        if run > 0 {
            bytes.push(&rest[..run], start + at, run);
            at += run;
            continue;
        }
        let line = rest[1..].iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
        let digit = |place: usize| rest.get(place).and_then(|byte| (*byte as char).to_digit(16));
        if line.is_some_and(|skip| rest.get(1 + skip) == Some(&b'\n')) || line.is_none() {
            at += line.map_or(rest.len(), |skip| skip + 2);
        } else if let (Some(high), Some(low)) = (digit(1), digit(2)) {
            let byte = u8::try_from(high * 16 + low).unwrap_or(b'?');
            bytes.push(&[byte], start + at, 3);
            at += 3;
        } else {
            bytes.push(b"=", start + at, 1);
            at += 1;
        }
    }
    bytes
}

/// Base64, each line of it with its place; and whether it is whole.
fn base64(raw: &[u8], start: usize) -> (Bytes, bool) {
    let mut bytes = Bytes::default();
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut is_clean = true;
    let mut count = 0_usize;
    let mut from = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let mut out = Vec::new();
        for byte in line {
            let value = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'+' | b'-' => 62,
                b'/' | b'_' => 63,
                b' ' | b'\t' | b'\r' | b'\n' => continue,
                b'=' => {
                    (count, held, bits) = (count + 1, 0, 0);
                    continue;
                }
                _ => {
                    is_clean = false;
                    continue;
                }
            };
            count += 1;
            held = (held << 6) | u32::from(value);
            bits += 6;
            if bits >= 8 {
                bits -= 8;
                out.push(u8::try_from((held >> bits) & 0xff).unwrap_or_default());
            }
        }
        bytes.push(&out, start + from, line.trim_ascii_end().len());
        from += line.len();
    }
    (bytes, is_clean && count.is_multiple_of(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_keeps_places() {
        let read = quoted_printable(b"caf=C3=A9 is=\r\n open =x", 100);
        assert_eq!(String::from_utf8(read.bytes).unwrap(), "café is open =x");
        assert_eq!(read.origins.places(&(3..5)), (103, 109));
        assert_eq!(read.origins.places(&(6..8)), (110, 112));
        assert_eq!(read.origins.places(&(9..13)), (116, 120));
    }

    #[test]
    fn base64_is_read_as_far_as_it_goes() {
        let (read, is_whole) = base64(b"aGVq\r\nIHDD\r\npQ==", 0);
        assert_eq!((String::from_utf8(read.bytes).unwrap().as_str(), is_whole), ("hej på", true));
        assert_eq!(read.origins.places(&(4..5)), (6, 10));
        let (read, is_whole) = base64(b"aGVqI", 0);
        assert_eq!((read.bytes.as_slice(), is_whole), (&b"hej"[..], false));
    }
}
