//! Bytes to characters: UTF-8 where they are that, else what the file says it is written in, else windows-1252.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{MOST_BYTES, ReadError};

/// A file as characters, without the mark that may stand before them; and what to say of how it was read.
///
/// # Errors
/// When it becomes too big: three bytes of UTF-8 stand for one of some old character sets.
pub(crate) fn decoded(
    bytes: &[u8],
    said: Option<&str>,
) -> Result<(String, Option<String>), ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && (encoding == UTF_16LE || encoding == UTF_16BE)
    {
        let rest = bytes.get(mark..).unwrap_or_default();
        return whole(rest, encoding).map(|text| (text, None));
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(rest) {
        return Ok((text.to_owned(), None));
    }
    let (encoding, remark) = named(said, rest);
    let text = whole(rest, encoding)?;
    Ok((text, Some(remark)))
}

/// The character set of bytes that are no UTF-8, and what to say of it.
pub(crate) fn named(said: Option<&str>, bytes: &[u8]) -> (&'static Encoding, String) {
    let known = said.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match (known, said) {
        (Some(encoding), _) if encoding != encoding_rs::UTF_8 => {
            (encoding, format!("read as {}, as it says", encoding.name()))
        }
        (None, Some(label)) => {
            let label: String = label.chars().take(40).collect();
            let what = format!("it says its characters are {label:?}, which is no character set");
            (WINDOWS_1252, format!("{what}; read as windows-1252"))
        }
        _ => {
            let line = bytes.iter().take(broken_at(bytes)).filter(|byte| **byte == b'\n').count();
            let what = format!("it is not UTF-8 (line {})", line + 1);
            (WINDOWS_1252, format!("{what}; read as windows-1252"))
        }
    }
}

fn broken_at(bytes: &[u8]) -> usize {
    std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len)
}

fn whole(bytes: &[u8], encoding: &'static Encoding) -> Result<String, ReadError> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if text.len() > MOST_BYTES {
        return Err(ReadError::big("the file as UTF-8", MOST_BYTES));
    }
    Ok(text.into_owned())
}
