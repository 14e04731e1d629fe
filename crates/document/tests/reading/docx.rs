//! Documents of Word.

use std::io::Write;

use document::{Document, Place};
use rawzip::{CompressionMethod, ZipArchiveWriter};

use super::{body, read, refused};

/// An archive of such parts.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in parts {
        let file = archive.new_file(name).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        let packed = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::fast());
        let mut writer = config.wrap(packed);
        writer.write_all(content).unwrap();
        let (packed, descriptor) = writer.finish().unwrap();
        packed.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

/// A document with such a body.
pub(crate) fn document(xml: &str) -> Vec<u8> {
    let whole = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{xml}</w:body></w:document>"
    );
    archive(&[("word/document.xml", whole.as_bytes())])
}

fn place(document: &Document, words: &str) -> Place {
    let text = body(document);
    let at = text.words.find(words).unwrap();
    document.place(text, at..at + words.len())
}

#[test]
fn paragraphs_are_read_with_their_numbers() {
    let bytes = document(
        "<w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r><w:t>Levering</w:t></w:r></w:p><w:p/>\
         <w:p><w:r><w:t xml:space=\"preserve\">Wij komen </w:t></w:r><w:del><w:r><w:delText>snel</w:delText>\
         <w:t>nooit</w:t></w:r></w:del><w:ins><w:r><w:t>vrijdag &amp; zo</w:t></w:r></w:ins></w:p>\
         <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r><w:r><w:t>punt</w:t>\
         <w:br/><w:t>regel</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:pPr><w:pStyle w:val=\"Citaat\"/></w:pPr><w:r><w:t>van hen</w:t></w:r></w:p>",
    );
    let document = read(bytes, "offerte.docx");
    assert_eq!(
        body(&document).words,
        "# Levering\n\nWij komen vrijdag & zo\n\n- punt\nregel\n\ncel\n\n> van hen"
    );
    assert_eq!(place(&document, "vrijdag"), Place::Paragraph(3));
    assert_eq!(place(&document, "cel"), Place::Paragraph(5));
}

#[test]
fn footnotes_follow_and_text_boxes_are_read_once() {
    let main = b"<w:document xmlns:w='w' xmlns:mc='m'><w:body><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\
        <w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>in a box</w:t>\
        </w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>around</w:t></w:r></w:p></w:body></w:document>";
    let notes = b"<w:footnotes xmlns:w='w'><w:footnote w:type='separator'><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='2'><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let bytes = archive(&[
        ("word/document.xml", main),
        ("word/footnotes.xml", notes),
        ("word/vbaProject.bin", b"macro"),
    ]);
    let document = read(bytes, "x.docx");
    assert_eq!(body(&document).words, "in a box\n\naround\n\na note");
    assert_eq!(place(&document, "a note"), Place::Footnote(1));
}

#[test]
fn the_running_text_may_have_another_name() {
    let rels = b"<Relationships><Relationship Type='http://x/officeDocument' Target='/word/document2.xml'/></Relationships>";
    let main = b"<w:document xmlns:w='w'><w:p><w:r><w:t>words</w:t></w:r></w:p></w:document>";
    let bytes = archive(&[("_rels/.rels", rels), ("word/document2.xml", main)]);
    assert_eq!(body(&read(bytes, "x.docx")).words, "words");
}

#[test]
fn archives_that_are_no_documents_are_refused() {
    let sheet = archive(&[("xl/workbook.xml", b"<workbook/>")]);
    assert!(refused(sheet, "x.docx").contains("holds no document of Word"));
    assert!(refused(b"PK\x03\x04 and no more", "x.docx").contains("the archive cannot be read"));
    let broken = document("<w:p><w:r><w:t>x</w:r></w:p>");
    assert!(refused(broken, "x.docx").contains("word/document.xml cannot be read"));
    let cut = archive(&[("word/document.xml", b"<w:document><w:p><w:t>x")]);
    assert!(refused(cut, "x.docx").contains("ends in the middle"));
}
