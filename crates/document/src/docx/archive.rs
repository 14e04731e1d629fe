//! The archive that a document is: its parts by name, unpacked within limits that are counted while unpacking.

use std::collections::BTreeMap;
use std::io::Read;

use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use crate::ReadError;

/// The most entries of an archive: a document has some dozens, and one for each picture.
pub(super) const MOST_ENTRIES: usize = 10_000;

/// The most bytes that are unpacked of one document.
pub(super) const MOST_UNPACKED: usize = 128 << 20;

const WANTED: &str = "a .docx as Word saves it";

/// An opened archive.
pub(super) struct Archive<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    entries: BTreeMap<String, (ZipArchiveEntryWayfinder, CompressionMethod)>,
    /// How many bytes may still be unpacked.
    left: usize,
}

fn broken(why: &impl ToString) -> ReadError {
    ReadError::broken("the archive", why, WANTED)
}

impl<'a> Archive<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|error| broken(&error))?;
        let mut entries = BTreeMap::new();
        let mut all = archive.entries();
        let mut count = 0;
        while let Some(entry) = all.next_entry().map_err(|error| broken(&error))? {
            count += 1;
            if count > MOST_ENTRIES {
                return Err(ReadError::many("the archive", format!("{MOST_ENTRIES} entries")));
            }
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).replace('\\', "/");
            if entry.flags().is_encrypted() {
                let why = "it is locked with a password";
                return Err(ReadError::broken("the archive", &why, "it saved without one"));
            }
            let way = (entry.wayfinder(), entry.compression_method());
            if entries.insert(name, way).is_some() {
                return Err(broken(&"it holds two parts of the same name"));
            }
        }
        Ok(Self { archive, entries, left: MOST_UNPACKED })
    }

    pub(super) fn holds(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// A part as text; none where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(&(way, method)) = self.entries.get(name) else { return Ok(None) };
        let entry = self.archive.get_entry(way).map_err(|error| broken(&error))?;
        let mut unpacked = Vec::new();
        let most = u64::try_from(self.left).unwrap_or(u64::MAX) + 1;
        let read = match method {
            CompressionMethod::STORE => entry.data().take(most).read_to_end(&mut unpacked),
            CompressionMethod::DEFLATE => {
                let inflated = flate2::read::DeflateDecoder::new(entry.data());
                inflated.take(most).read_to_end(&mut unpacked)
            }
            other => {
                return Err(broken(&format!("{name} is packed in a way ({other:?}) of its own")));
            }
        };
        if unpacked.len() > self.left {
            return Err(ReadError::big("the archive, unpacked,", MOST_UNPACKED));
        }
        read.map_err(|error| ReadError::broken(name, &error, WANTED))?;
        self.left -= unpacked.len();
        let text = if unpacked.starts_with(b"\xff\xfe") || unpacked.starts_with(b"\xfe\xff") {
            encoding_rs::UTF_8.decode(&unpacked).0.into_owned()
        } else {
            String::from_utf8(unpacked).map_err(|error| ReadError::broken(name, &error, WANTED))?
        };
        Ok(Some(text))
    }
}
