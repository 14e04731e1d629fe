//! Mails: own words, and where they stand.

use document::{Document, Role};

use super::{body, found, read};

fn mail(lines: &str) -> Document {
    read(lines.replace('\n', "\r\n"), "a.eml")
}

const HEADER: &str = "From: =?utf-8?q?Bj=C3=B6rn?= <bjorn@verk.example>\n\
    To: \"Jansen, Eva\" <eva@klant.example>, info@klant.example\n\
    Date: Thu, 19 Nov 2026 16:20:00 +0100\nMessage-ID: <77@verk.example>\nMIME-Version: 1.0\n";

#[test]
fn headers_say_who_and_when() {
    let document = mail(&format!("{HEADER}Subject: Svar snarast\n\nHej\n"));
    let head = document.mail.as_ref().unwrap();
    assert_eq!(head.from[0].name.as_deref(), Some("Björn"));
    assert_eq!(head.to[1].address, "info@klant.example");
    assert_eq!(head.date.unwrap().to_string(), "2026-11-19T16:20:00");
    assert_eq!(head.offset.unwrap().seconds(), 3600);
    assert_eq!(head.message_id.as_deref(), Some("77@verk.example"));
    assert_eq!(document.texts[0].role, Role::Subject);
    assert_eq!(found(&document, &document.texts[0], "snarast"), [6, 15, 6, 22]);
    assert_eq!(found(&document, body(&document), "Hej"), [8, 1, 8, 4]);
}

#[test]
fn encoded_subjects_are_decoded() {
    let document = mail(&format!("{HEADER}Subject: =?iso-8859-1?Q?P=E5_g=E5ng?=\n\nHej\n"));
    assert_eq!(document.texts[0].words, "På gång");
    assert_eq!(found(&document, &document.texts[0], "gång"), [6, 10, 6, 38]);
}

#[test]
fn of_alternatives_the_plain_one_is_read_where_it_says_anything() {
    let both = |plain: &str| {
        mail(&format!(
            "{HEADER}Content-Type: multipart/alternative; boundary=\"b 1\"\n\npreamble\n--b 1\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{plain}\n--b 1\n\
             Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
             <p>Vi =E5ter=\nkommer <b>snar&aring;t</b></p>\n--b 1--\nepilogue\n"
        ))
    };
    let plain = both("Vi =C3=A5terkommer sna=\nrast");
    assert_eq!(body(&plain).words, "Vi återkommer snarast");
    assert_eq!(found(&plain, body(&plain), "snarast"), [13, 20, 14, 5]);
    let page = both(" ");
    assert_eq!(body(&page).words, "Vi återkommer snaråt");
    assert_eq!(found(&page, body(&page), "kommer"), [19, 1, 19, 7]);
    assert_eq!(found(&page, body(&page), "snaråt"), [19, 11, 19, 23]);
}

#[test]
fn what_is_attached_is_named_and_not_read() {
    let document = mail(&format!(
        "{HEADER}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n\
         --y\n\nown words\n--y--\n--x\nContent-Type: message/rfc822\n\nFrom: c@d.example\n\nolder words\n--x\n\
         Content-Type: text/plain; name=list.txt\nContent-Disposition: attachment; filename=list.txt\n\nlisted\n--x\n\
         Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''offert%C3%A9.pdf\n\n%PDF\n--x--\n"
    ));
    assert_eq!(body(&document).words, "own words");
    assert_eq!(document.texts.len(), 1);
    let attached = &document.mail.as_ref().unwrap().attachments;
    assert_eq!(attached, &["message/rfc822", "list.txt", "offerté.pdf"]);
}

#[test]
fn character_sets_keep_places() {
    let mut bytes =
        format!("{HEADER}Content-Type: text/plain; charset=windows-1252\n\n").into_bytes();
    bytes.extend_from_slice(b"Fr\xe5gan \x80 besvaras snarast\n");
    let document = read(bytes, "a.eml");
    assert_eq!(body(&document).words, "Frågan € besvaras snarast\n");
    assert_eq!(found(&document, body(&document), "snarast"), [8, 19, 8, 26]);
    let wide = format!(
        "{HEADER}Content-Type: text/plain; charset=iso-2022-jp\n\n\u{1b}$B$\"\u{1b}(B soon"
    );
    let document = read(wide, "a.eml");
    assert_eq!(body(&document).words, "あ soon");
    let unknown = format!("{HEADER}Content-Type: text/plain; charset=\"klingon\"\n\n");
    let document = read([unknown.as_bytes(), b"caf\xe9"].concat(), "a.eml");
    assert_eq!(body(&document).words, "café");
    assert!(document.remarks[0].contains("\"klingon\", which is no character set"));
}

#[test]
fn broken_mails_are_read_as_far_as_they_go() {
    let cut = mail(&format!("{HEADER}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nwords"));
    assert_eq!(body(&cut).words, "words");
    assert_eq!(cut.remarks, ["the mail ends without the border that it names"]);
    let never = mail(&format!("{HEADER}Content-Type: multipart/mixed; boundary=x\n\nwords"));
    assert_eq!(body(&never).words, "words");
    let unnamed = mail(&format!("{HEADER}Content-Type: multipart/mixed\n\nwords"));
    assert_eq!((body(&unnamed).words.as_str(), unnamed.remarks.len()), ("words", 1));
    let short = mail(&format!("{HEADER}Content-Transfer-Encoding: base64\n\naGVqIQ=\naGV"));
    assert!(body(&short).words.starts_with("hej!"), "{:?}", short.texts);
    assert_eq!(short.remarks, ["its base64 is broken; read as far as it goes"]);
    let empty = mail("From: a@b.example\nMessage-ID: <1>\n");
    assert_eq!((empty.texts.len(), empty.remarks.len()), (0, 1));
}
