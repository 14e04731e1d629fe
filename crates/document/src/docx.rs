//! Documents of Word: what a reader sees of the running text and its footnotes, paragraph by paragraph.
//!
//! A document is an archive of XML. Only the parts with words are unpacked, and counted while they are; nothing in them is
//! looked up elsewhere, no entity is expanded and no macro is run.

mod archive;
mod paragraphs;

use self::archive::Archive;
use self::paragraphs::Where;
use crate::source::{Place, Source};
use crate::text::{Role, Writer};
use crate::{Document, Kind, ReadError};

/// Numbers of footnotes begin here, those of paragraphs lie below.
const NOTES: usize = 1 << 30;

/// Where a word stands, from the number it was given.
pub(crate) fn place(number: usize) -> Place {
    match number.checked_sub(NOTES) {
        Some(note) => Place::Footnote(note),
        None => Place::Paragraph(number.max(1)),
    }
}

pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::of(bytes)?;
    let main = main_part(&mut archive)?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let Some(words) = archive.part(&main)? else {
        return Err(ReadError::Kind {
            met: "an archive that holds no document of Word".to_owned(),
            wanted: "text, Markdown, HTML, .eml or .docx",
        });
    };
    let mut writer = Writer::default();
    paragraphs::read(&words, &main, Where::Text, &mut writer)?;
    for notes in ["footnotes.xml", "endnotes.xml"] {
        let name = format!("{folder}{notes}");
        if let Some(xml) = archive.part(&name)? {
            paragraphs::read(&xml, &name, Where::Notes, &mut writer)?;
        }
    }
    let texts = writer.finish(Role::Body, None).into_iter().collect();
    let source = Source::of(Vec::new());
    Ok(Document { kind: Kind::Docx, texts, mail: None, remarks: Vec::new(), source })
}

/// The name of the part with the running text: the archive says it; nearly always it is the usual one.
fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    const USUAL: &str = "word/document.xml";
    if archive.holds(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let named = match archive.part("_rels/.rels")? {
        Some(xml) => paragraphs::main_part(&xml)?,
        None => None,
    };
    let name = named.unwrap_or_else(|| USUAL.to_owned());
    Ok(name.trim_start_matches('/').to_owned())
}
