//! Deadlines as mails have them: the day, and whether it ends there (`..day`), begins there (`day..`) or lasts so long.

use jiff::civil::{DateTime, date};
use language::Lang;
use language::dates::{Found, Reading, find};

const TABLES: [(Lang, &str); 3] = [
    (Lang::Nl, include_str!("mail-nl.txt")),
    (Lang::Sv, include_str!("mail-sv.txt")),
    (Lang::En, include_str!("mail-en.txt")),
];

/// What the longest time that touches the marked words says, as precisely as the table does.
fn said(found: &[Found], marked: language::Span, wanted: &str) -> String {
    let touching = found.iter().filter(|time| time.span.overlaps(marked));
    let Some(time) = touching.max_by_key(|time| time.span.end - time.span.start) else {
        return "nothing".to_owned();
    };
    if let Some(seconds) = time.seconds.filter(|_| time.start.or(time.end).is_none()) {
        return format!("{seconds} seconds");
    }
    let is_timed = wanted.contains('T');
    let written = |at: DateTime| {
        if is_timed { at.strftime("%Y-%m-%dT%H:%M").to_string() } else { at.date().to_string() }
    };
    match (time.start, time.end) {
        (Some(start), _) => format!("{}..", written(start)),
        (None, Some(end)) => format!("..{}", written(end)),
        (None, None) => "no day".to_owned(),
    }
}

#[test]
fn deadlines_of_mails_have_their_day_and_direction() {
    let mut wrong = Vec::new();
    for (lang, table) in TABLES {
        let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
        let rows: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 90, "{lang:?}");
        for row in rows {
            let Some((wanted, marked)) = row.split_once(" | ") else { panic!("{row}") };
            let text = marked.replace(['[', ']'], "");
            let found = find(&text, &reading);
            let got = match marked.find('[').zip(marked.find(']')) {
                Some((start, end)) => said(&found, language::Span::new(start, end - 1), wanted),
                None if found.is_empty() => "none".to_owned(),
                None => format!("{:?}", found.first().map(|time| time.span.of(&text))),
            };
            if got != wanted {
                wrong.push(format!("{lang:?} wanted {wanted}, got {got}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
