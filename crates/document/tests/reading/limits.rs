//! No file is slow to read or takes more room than its size allows; what is too much is refused in a sentence.

use document::{MOST_BYTES, MOST_WORDS};
use proptest::prelude::*;

use super::docx::{archive, document};
use super::{body, read, refused};

#[test]
fn big_files_are_refused_and_fifty_megabytes_of_picture_are_read() {
    let error = refused(vec![b'a'; MOST_BYTES + 1], "a.txt");
    assert!(error.contains("the file has more than 64 MB, the most that is read"), "{error}");
    let error = refused(vec![b'a'; MOST_WORDS + 1], "a.txt");
    assert!(error.contains("its text has more than 8 MB"), "{error}");
    let picture = "A".repeat(50 << 20);
    let document = read(format!("<p>before<img src='data:{picture}'>after"), "a.html");
    assert_eq!(body(&document).words, "before after");
    let mail = format!(
        "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nwords\n--x\nContent-Type: image/png\n\n{picture}\n--x--"
    );
    assert_eq!(body(&read(mail, "a.eml")).words, "words");
    let error = refused(format!("<p>{picture}"), "a.html");
    assert!(error.contains("its text has more than 8 MB"), "{error}");
}

#[test]
fn references_do_not_make_a_page_big() {
    let error = refused("&amp;".repeat(9 << 20), "a.html");
    assert!(error.contains("its text has more than 8 MB"), "{error}");
    assert_eq!(body(&read("&amp;".repeat(1 << 20), "a.html")).words.len(), 1 << 20);
}

#[test]
fn pages_may_be_deep() {
    for tag in ["div", "b", "p", "table", "ul", "svg", "a b=c"] {
        let deep = format!("{}words", format!("<{tag}>").repeat(100_000));
        assert_eq!(body(&read(&deep, "a.html")).words.trim_start_matches("- "), "words", "{tag}");
    }
    let closed = format!("words{}", "</div></p></i>".repeat(100_000));
    assert_eq!(body(&read(closed, "a.html")).words, "words");
    let error = refused("<blockquote>".repeat(100_000), "a.html");
    assert!(error.contains("more than 10000 quotations, languages or hidden parts"), "{error}");
    let many: String = (0..100_000).map(|each| format!("<i lang=x{each}>a</i>")).collect();
    assert_eq!(read(many, "a.html").texts.len(), 100_000);
    let attributes: String = (0..100_000).map(|each| format!(" a{each}=b")).collect();
    assert_eq!(body(&read(format!("<p{attributes}>words"), "a.html")).words, "words");
}

#[test]
fn places_in_one_long_line_are_found_fast() {
    let html = format!("<p>{}</p>", "é &amp; snart. ".repeat(200_000));
    let document = read(html, "a.html");
    let text = body(&document);
    for (at, words) in text.words.match_indices("snart") {
        let document::Place::Lines { start, .. } = document.place(text, at..at + words.len())
        else {
            panic!("a page has lines");
        };
        assert_eq!((start.line, start.column), (1, 12 + at / 12 * 15), "{at}");
    }
}

#[test]
fn archives_that_unpack_to_much_are_refused() {
    let zeros = vec![b' '; 129 << 20];
    let bomb = archive(&[("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20, "the test wants a bomb");
    let error = refused(bomb, "a.docx");
    assert!(error.contains("the archive, unpacked, has more than 128 MB"), "{error}");
    let unread = archive(&[
        ("word/media/image1.bmp", &zeros[..1 << 20]),
        ("word/document.xml", b"<w:p><w:t>words</w:t></w:p>"),
    ]);
    assert_eq!(body(&read(unread, "a.docx")).words, "words");
    let names: Vec<String> = (0..10_001).map(|each| format!("{each}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let error = refused(archive(&parts), "a.docx");
    assert!(error.contains("the archive has more than 10000 entries"), "{error}");
}

#[test]
fn xml_that_grows_or_nests_is_refused() {
    let bomb =
        b"<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:p><w:t>&b;</w:t></w:p>";
    let error = refused(archive(&[("word/document.xml", bomb)]), "a.docx");
    assert!(error.contains("it declares a document type"), "{error}");
    let error = refused(document("<w:p><w:t>&lol;</w:t></w:p>"), "a.docx");
    assert!(error.contains("it uses &lol; and does not say what that is"), "{error}");
    let error = refused(document(&"<w:p>".repeat(100_000)), "a.docx");
    assert!(error.contains("more than 500 elements within each other"), "{error}");
}

#[test]
fn mails_of_many_or_nested_parts_are_refused() {
    let header = "From: a@b.example\nMIME-Version: 1.0\n";
    let many = format!(
        "{header}Content-Type: multipart/mixed; boundary=x\n\n{}",
        "--x\n\npart\n".repeat(100_000)
    );
    let error = refused(many, "a.eml");
    assert!(error.contains("the mail has more than 10000 parts"), "{error}");
    let mut deep = header.to_owned();
    for each in 0..100_000 {
        deep.push_str(&format!("Content-Type: multipart/mixed; boundary=b{each}\n\n--b{each}\n"));
    }
    let error = refused(deep, "a.eml");
    assert!(error.contains("more than 50 parts within each other"), "{error}");
    let nested = format!("{header}{}words", "Content-Type: message/rfc822\n\n".repeat(100_000));
    assert_eq!(read(nested, "a.eml").mail.unwrap().attachments.len(), 1);
    let error = refused(format!("{header}X: {}", "y\n ".repeat(1 << 20)), "a.eml");
    assert!(error.contains("a header of the mail has more than 1 MB"), "{error}");
    let borders = format!(
        "{header}Content-Type: multipart/mixed; boundary=x\n\n--x\n\n{}",
        "--\n".repeat(2 << 20)
    );
    assert!(!body(&read(borders, "a.eml")).words.is_empty());
}

proptest! {
    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400), which in 0..4_usize) {
        let name = ["a.html", "a.eml", "a.txt", "a.docx"][which];
        if let Ok(document) = document::read(bytes, name) {
            for text in &document.texts {
                prop_assert!(document.place(text, 0..text.words.len()) >= document.place(text, 0..0));
            }
        }
    }

    #[test]
    fn places_of_a_page_hold_the_words(
        parts in prop::collection::vec(
            prop::sample::select(vec!["<p>", "a", "é", "&eacute;", "&amp;", "&", "\r\n", "\r", "</b", " ", "&#65", "<!-- x -->",
                "<b title='&lt;x'>", "&notin", "<br>", ";", "</p>", "😀", "<title>", "</title>", "<", "&nbsp;"]), 0..40)
    ) {
        let html = parts.concat();
        let document = read(&html, "a.html");
        let lines: Vec<&str> = html.split('\n').collect();
        for text in &document.texts {
            for (at, c) in text.words.char_indices().filter(|(_, c)| matches!(c, 'a' | '😀')) {
                let document::Place::Lines { start, .. } = document.place(text, at..at + c.len_utf8()) else {
                    panic!("a page has lines");
                };
                let there = lines[start.line - 1].chars().nth(start.column - 1);
                prop_assert_eq!(there, Some(c), "{:?} {} of {:?}", &html, at, &text.words);
            }
        }
    }
}
