//! Pages: what a reader sees, and where it stands.

use document::{Document, Role};

use super::{body, found, read};

fn page(html: &str) -> Document {
    read(html, "page.html")
}

#[track_caller]
fn check(html: &str, wanted: &str) {
    assert_eq!(body(&page(html)).words, wanted, "{html}");
}

#[test]
fn blocks_end_sentences_and_inline_elements_do_not() {
    check("<p>Wij <b>komen</b>\n  <i>vrij</i>dag.<p>Tot  dan", "Wij komen vrijdag.\n\nTot dan");
    check("<div>a<div>b</div>c</div>", "a\n\nb\n\nc");
    check("een<br>twee<br><br>drie", "een\ntwee\n\ndrie");
    check("<h2>Levering</h2><ul><li>snel<li><p>goed</p></ul>", "# Levering\n\n- snel\n\n- goed");
    check("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc");
    check("<p>so<wbr>on, s&shy;oon, &zwnj;&nbsp;x", "soon, soon,  x");
    check("<p>Hon sa <q>snart</q>.", "Hon sa “snart”.");
}

#[test]
fn what_a_reader_does_not_see_is_left_out() {
    check(
        "<head><style>p{}</style><script>if (a<b) '</p>'</script></head><body>a<template><p>b\
         </template><span hidden>c</span><span style='color:red;Display : NONE'>d</span>\
         <noscript>e</noscript><!-- f --><iframe>g</iframe>h",
        "ah",
    );
    check("<head><title>t</title><p>a <script>x", "a");
    check("<textarea>b</textarea>", "b");
}

#[test]
fn titles_descriptions_and_attributes_are_copy_too() {
    let document = page(
        "<!doctype html><html lang=sv><head><title>Snabbt &amp; bra</title>\n\
         <meta name=Description content='Vi svarar &#115;narast'></head>\n\
         <body><img src=a alt=\"En bild\"><a href=x title='Läs mer'>länk</a>",
    );
    let told: Vec<_> = document
        .texts
        .iter()
        .map(|text| (text.role, text.words.as_str(), text.lang.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (Role::Title, "Snabbt & bra", Some("sv")),
            (Role::Description, "Vi svarar snarast", Some("sv")),
            (Role::Attribute, "En bild", Some("sv")),
            (Role::Attribute, "Läs mer", Some("sv")),
            (Role::Body, "länk", Some("sv")),
        ]
    );
    let description = &document.texts[1];
    assert_eq!(found(&document, description, "snarast"), [2, 43, 2, 55]);
}

#[test]
fn places_count_through_references_and_every_line_end() {
    let html = "<p>\u{1F600}caf&eacute; &#x1F600;&nbsp;&lt;zo snel\r\nmogelijk&gt; &notit; &copy 2026 \
                AT&T &amp; <b>as soon</b> as\rpossible";
    let document = page(html);
    let text = body(&document);
    assert_eq!(
        text.words,
        "\u{1F600}café \u{1F600} <zo snel mogelijk> ¬it; © 2026 AT&T & as soon as possible"
    );
    assert_eq!(found(&document, text, "é"), [1, 8, 1, 16]);
    assert_eq!(found(&document, text, "zo snel mogelijk"), [1, 36, 2, 9]);
    assert_eq!(found(&document, text, "mogelijk>"), [2, 1, 2, 13]);
    assert_eq!(found(&document, text, "2026"), [2, 28, 2, 32]);
    assert_eq!(found(&document, text, "& as"), [2, 38, 2, 49]);
    let long = format!("<p>{}as possible", "x&amp;".repeat(3));
    let document = page(&long);
    assert_eq!(found(&document, body(&document), "as possible"), [1, 22, 1, 33]);
}

#[test]
fn languages_are_texts_of_their_own() {
    let document = page(
        "<html lang=nl-NL><p>Wij komen <i lang=sv>snarast</i> langs.</p>\
         <div lang=sv><p>Vi kommer</p></div><p>Tot dan<p lang=en>Soon<p>Dag",
    );
    let mut told: Vec<_> = document
        .texts
        .iter()
        .map(|text| (text.lang.as_deref().unwrap(), text.words.as_str()))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("en", "Soon"),
            ("nl-nl", "Wij komen langs.\n\nTot dan\n\nDag"),
            ("sv", "snarast\n\nVi kommer"),
        ]
    );
}

#[test]
fn quotations_and_program_text_are_marked() {
    check(
        "<p>a</p><blockquote>b<p>c<br>d</blockquote>e<pre>let x;</pre>",
        "a\n\n> b\n\n> c\n> d\n\ne",
    );
    let document = page("<p>Kör <code>snarast()</code> nu");
    let text = body(&document);
    assert_eq!(text.words, "Kör snarast() nu");
    let code: Vec<&str> = text.code.iter().map(|each| &text.words[each.clone()]).collect();
    assert_eq!(code, ["snarast()"]);
}

#[test]
fn what_is_said_to_handslag_stays() {
    check(
        "<p>a</p><!-- handslag: allow x because y -->\n<p>b</p>",
        "a\n\n<!-- handslag: allow x because y -->\nb",
    );
    check(
        "<p>a <!-- handslag: allow\n x because y --> b</p><p>c",
        "a b <!-- handslag: allow x because y -->\n\nc",
    );
}

#[test]
fn broken_pages_are_read_as_browsers_do() {
    check("<p>a<b>b</p>c</b></i></div>d<", "ab\n\nc\n\nd<");
    check("a < b <3 &# &#x; &#xFFFFFFFF; &unknown; </>", "a < b <3 &# &#x; \u{fffd} &unknown;");
    assert!(page("<p title='x>a").texts.is_empty());
}
