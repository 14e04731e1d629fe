//! Files as people have them: good rows, bad rows by their line, and files that are none.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use import::infer::working_hours;
use import::summary::Summary;
use import::table::to_csv;
use import::{ImportError, Mapping, Table, Target};
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

const MAPPING: &str = r#"
name = "tasks"
[columns]
id = ["board", "key"]
created = "opened"
started = "begun"
finished = "done"
estimate = "planned"
actual = "spent"
type = "kind"
team = "squad"
person = "who"
priority = "prio"
promised = "by"
title = "what"
[where]
cancelled = "no"
[given_up]
kind = ["won't do", "duplicate"]
[format]
missing = ["-"]
"#;

const HEADER: &str =
    "board,key,opened,begun,done,planned,spent,kind,squad,who,prio,by,what,cancelled\n";

fn read(rows: &str) -> Table {
    let mapping = Mapping::parse(MAPPING).expect("a mapping");
    let file = format!("{HEADER}{rows}");
    Table::read(file.as_bytes(), &mapping, &TimeZone::UTC, None).expect("a table")
}

/// The one bad row of a file, as its reader sees it.
#[track_caller]
fn check_bad(row: &str, wanted: &str) {
    let table = read(row);
    assert!(table.rows.is_empty(), "{row:?} was taken");
    let bad: Vec<String> = table.bad.iter().map(ToString::to_string).collect();
    assert_eq!(bad, [wanted]);
}

#[test]
fn a_whole_row_is_read() {
    let table = read(
        "B,7,2026-01-05,2026-01-06,2026-01-09T16:30,12,14.5,export,Couplings,Jip,1,2026-01-12,Meter data,no\n",
    );
    let row = &table.rows[0];
    assert_eq!((row.line, row.id.as_str()), (2, "B|7"));
    assert_eq!(row.created.to_string(), "2026-01-05T00:00:00Z");
    assert_eq!(row.finished.map(|t| t.to_string()).as_deref(), Some("2026-01-09T16:30:00Z"));
    assert_eq!((row.estimate, row.actual), (Some(12.0), Some(14.5)));
    assert_eq!((row.kind.as_str(), row.team.as_str()), ("export", "Couplings"));
    assert_eq!((row.person.as_deref(), row.title.as_deref()), (Some("Jip"), Some("Meter data")));
    assert_eq!((table.bad.len(), table.left_out), (0, 0));
}

#[test]
fn unknown_values_are_unknown() {
    let table = read("B,7,2026-01-05,-,,-,,,,,,,,no\n");
    let row = &table.rows[0];
    assert_eq!((row.started, row.finished, row.estimate), (None, None, None));
    assert_eq!((row.person.as_deref(), row.team.as_str()), (None, ""));
}

#[test]
fn bad_rows_are_named_by_line_field_and_value() {
    check_bad(
        "B,,2026-01-05,,,,,,,,,,,no\n",
        "line 2: board|key is \"B|\"; wanted a value in each column of the id",
    );
    check_bad("B,7,,,,,,,,,,,,no\n", "line 2: opened is \"\"; wanted a date");
    check_bad(
        "B,7,soon,,,,,,,,,,,no\n",
        "line 2: opened is \"soon\"; wanted a date as the mapping says",
    );
    check_bad(
        "B,7,2026-01-05,,2026-02-30,,,,,,,,,no\n",
        "line 2: done is \"2026-02-30\"; wanted a date as the mapping says",
    );
    check_bad(
        "B,7,2026-01-05,,,eight,,,,,,,,no\n",
        "line 2: planned is \"eight\"; wanted a number of at least 0",
    );
    check_bad(
        "B,7,2026-01-05,,,8,-1,,,,,,,no\n",
        "line 2: spent is \"-1\"; wanted a number of at least 0",
    );
    check_bad(
        "B,7,2026-01-05,,,,,,,,,someday,,no\n",
        "line 2: by is \"someday\"; wanted a date as the mapping says",
    );
    check_bad(
        "B,7,2026-01-05\n",
        "line 2: the number of columns is \"3\"; wanted as many as in the header, 14",
    );
}

#[test]
fn lines_are_counted_through_quoted_line_breaks() {
    let table = read("B,7,2026-01-05,,,,,,,,,,\"two\nlines\",no\nB,8,soon,,,,,,,,,,,no\n");
    assert_eq!(table.rows[0].title.as_deref(), Some("two\nlines"));
    assert_eq!(table.bad[0].line, 4);
}

#[test]
fn the_same_id_twice_is_a_bad_row() {
    let row = "B,7,2026-01-05,,,,,,,,,,,no\n";
    let table = read(&format!("{row}{row}"));
    assert_eq!(table.rows.len(), 1);
    assert_eq!(
        table.bad[0].to_string(),
        "line 3: board|key is \"B|7\"; wanted each row once; it stands in line 2 too"
    );
    assert_eq!(table.bad[0].raw[2], "2026-01-05", "kept as it came, for the reject file");
}

#[test]
fn the_filter_leaves_rows_out_before_they_are_judged() {
    let table = read("B,7,soon,,,,,,,,,,,yes\nB,8,2026-01-05,,,,,,,,,,,no\n");
    assert_eq!((table.rows.len(), table.bad.len(), table.left_out), (1, 0, 1));
}

#[test]
fn what_was_given_up_is_neither_finished_nor_open() {
    let table = read(
        "B,7,2026-01-05,2026-01-06,2026-01-09,,,won't do,,,,,,no\n\
         B,8,2026-01-05,,2026-01-09,,,export,,,,,,no\n\
         B,9,2026-01-05,,,,,duplicate,,,,,,no\n\
         B,10,2026-01-05,,,,,export,,,,,,no\n",
    );
    let told = table.rows.iter().map(|row| {
        let day = |at: Option<jiff::Timestamp>| at.map(|at| at.strftime("%d").to_string());
        (day(row.finished), day(row.given_up))
    });
    let ninth = || Some("09".to_owned());
    // Of the third nobody knows when: it tells nothing of how long anything lasts.
    let wanted = [(None, ninth()), (ninth(), None), (None, Some("05".to_owned())), (None, None)];
    assert_eq!(told.collect::<Vec<_>>(), wanted);
    let summary = Summary::of(&table);
    assert_eq!((summary.finished, summary.open, summary.given_up), (1, 1, 2));
    let mapping = MAPPING.replace("kind = [", "nowhere = [");
    let mapping = Mapping::parse(&mapping).expect("a mapping");
    let refused = Table::read(HEADER.as_bytes(), &mapping, &TimeZone::UTC, None);
    let refused = refused.expect_err("there is no such column").to_string();
    assert!(refused.contains("given_up names column \"nowhere\""), "{refused}");
}

#[test]
fn a_start_after_the_end_is_doubted_not_believed() {
    let table = read("B,7,2026-01-05,2026-01-09,2026-01-06,,,,,,,,,no\n");
    assert_eq!(table.rows[0].started, None);
    assert_eq!(table.doubtful, [2]);
}

#[test]
fn files_that_are_none_are_refused_whole() {
    let mapping = Mapping::parse(MAPPING).expect("a mapping");
    let refused = |bytes: &[u8]| {
        Table::read(bytes, &mapping, &TimeZone::UTC, None).expect_err("no table").to_string()
    };
    assert!(refused(b"").starts_with("the file is empty"));
    assert!(
        refused(b"a,b\n1,2\n").contains(
            "columns.id names column \"board\", which the file does not have; it has a, b"
        )
    );
    assert!(refused(&[0x1F, 0x8B, 1, 2, 3]).starts_with("the file cannot be unpacked"));
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(b"PK\x03\x04").expect("memory");
    let zip_in_gzip = packed.finish().expect("memory");
    for (bytes, is) in [
        (&b"PK\x03\x04\x14\x00"[..], "a ZIP archive, as workbooks are"),
        (&zip_in_gzip, "a ZIP archive, as workbooks are"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"[{\"key\": 7}]", "JSON"),
        (b"<html><table>", "HTML or XML"),
    ] {
        assert_eq!(
            refused(bytes),
            format!("the file is {is}; wanted CSV, plain or packed with gzip")
        );
    }
    let mut latin = HEADER.as_bytes().to_vec();
    latin.extend(b"B,7,2026-01-05,,,,,,,,,,caf\xE9,no\n");
    assert!(refused(&latin).starts_with("line 2 is no text in UTF-8"));
}

#[test]
fn gzip_and_byte_order_marks_are_understood() {
    use std::io::Write;
    let file = format!("\u{feff}{HEADER}B,7,2026-01-05,,,,,,,,,,,no\n");
    let mapping = Mapping::parse(MAPPING).expect("a mapping");
    let plain = Table::read(file.as_bytes(), &mapping, &TimeZone::UTC, None).expect("a table");
    assert_eq!(plain.rows.len(), 1);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(file.as_bytes()).expect("it packs");
    let packed = packed.finish().expect("it packs");
    assert_eq!(Table::read(&packed, &mapping, &TimeZone::UTC, None).expect("a table"), plain);
}

#[test]
fn a_replay_may_begin_at_another_column() {
    let text = format!("{MAPPING}[made_at]\nelapsed = \"begun\"\n");
    let mapping = Mapping::parse(&text).expect("a mapping");
    let file = format!("{HEADER}B,7,2026-01-05,2026-01-06,,,,,,,,,,no\n");
    let made = |target| {
        let table =
            Table::read(file.as_bytes(), &mapping, &TimeZone::UTC, target).expect("a table");
        table.rows[0].made.to_string()
    };
    assert_eq!(made(None), "2026-01-05T00:00:00Z");
    assert_eq!(made(Some(Target::Elapsed)), "2026-01-06T00:00:00Z");
    assert_eq!(made(Some(Target::Effort)), "2026-01-05T00:00:00Z");
}

#[test]
fn working_hours_are_told_by_the_records() {
    let mut rows = String::new();
    for day in 2..30 {
        for hour in [8, 12, 15] {
            let wall = format!("2026-03-{day:02}T{hour:02}:30");
            let weekend = [1, 7, 8, 14, 15, 21, 22, 28, 29].contains(&day);
            if !weekend {
                rows += &format!("B,{day}-{hour},2026-01-05,,{wall},,,,,,,,,no\n");
            }
        }
    }
    let table = read(&rows);
    let hours = working_hours(table.rows.iter(), &TimeZone::UTC);
    assert_eq!(hours.window.to_string(), "08:00-16:00");
    assert!(hours.hours_told && !hours.days.contains(&Weekday::Sunday) && hours.days.len() == 5);
    // Dates alone tell the days but not the hours.
    let dates = read(&rows.replace("T08:30", "").replace("T12:30", "").replace("T15:30", ""));
    let hours = working_hours(dates.rows.iter(), &TimeZone::UTC);
    assert!(!hours.hours_told && hours.window.to_string() == "09:00-17:00");
    // A handful tells nothing.
    let hours = working_hours(table.rows.iter().take(3), &TimeZone::UTC);
    assert_eq!(hours.days.len(), 5);
}

#[test]
fn a_summary_counts_what_is_there() {
    let table = read(
        "B,1,2026-01-05,,2026-01-09,8,9,,A,,,,,no\nB,2,2026-01-06,,,8,,,A,,,,,no\nB,3,2026-01-07,,2026-01-08,,,,B,,,,,no\nB,4,x,,,,,,,,,,,no\nB,5,,,,,,,,,,,,yes\n",
    );
    let summary = Summary::of(&table);
    assert_eq!((summary.rows, summary.left_out, summary.bad), (3, 1, 1));
    assert_eq!((summary.open, summary.finished, summary.estimated), (1, 2, 1));
    assert_eq!(summary.to.map(|t| t.to_string()).as_deref(), Some("2026-01-09T00:00:00Z"));
    assert_eq!((summary.teams["A"].open, summary.teams["A"].finished), (1, 1));
}

#[test]
fn hostile_files_are_read_to_the_end() {
    // No panic and no endless reading, whatever stands in a cell.
    let cells = [
        "\"",
        "\"\"\"",
        ",,,,",
        "\u{0}",
        "9999-12-31T23:59:59",
        "-9999-01-01",
        "1e308",
        "\u{202e}",
    ];
    for cell in cells {
        let mapping = Mapping::parse(MAPPING).expect("a mapping");
        let file = format!("{HEADER}B,{cell},{cell},{cell},{cell},{cell},,,,,,,,no\n");
        match Table::read(file.as_bytes(), &mapping, &TimeZone::UTC, None) {
            Ok(table) => assert!(table.rows.len() + table.bad.len() + table.left_out <= 1),
            Err(ImportError::Csv(_) | ImportError::Encoding { .. }) => {}
            Err(other) => panic!("{cell:?}: {other}"),
        }
    }
}

#[test]
fn what_is_written_for_a_spreadsheet_computes_nothing_there_and_is_read_as_it_was() {
    let formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"//evil\",\"x\")", "=a,b"];
    let header: Vec<String> = ["key", "=opened", "what"].map(str::to_owned).to_vec();
    let rows: Vec<Vec<String>> =
        formulas.map(|f| vec![f.to_owned(), "2026-01-05".to_owned(), "a-b=c".to_owned()]).to_vec();
    let written = to_csv(&header, rows.iter().map(Vec::as_slice), ',');
    let mut cells = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
    for record in cells.records() {
        for cell in &record.expect("a row") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} in {written}");
        }
    }
    assert!(written.contains(",a-b=c"), "what is no formula stays: {written}");
    let mapping = "name = \"B\"\n[columns]\nid = [\"key\"]\ncreated = \"=opened\"\n";
    let mapping = Mapping::parse(mapping).expect("a mapping");
    let table = Table::read(written.as_bytes(), &mapping, &TimeZone::UTC, None).expect("a table");
    assert_eq!(table.bad, []);
    let ids: Vec<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, formulas.map(str::trim));
}

#[test]
fn a_file_that_is_more_than_it_seems_is_refused() {
    let mapping = Mapping::parse(MAPPING).expect("a mapping");
    let refused = |file: &[u8]| match Table::read(file, &mapping, &TimeZone::UTC, None) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.to_string(),
    };
    // Less than a megabyte that unpacks to three hundred.
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&vec![b'x'; 1 << 20]).expect("memory");
    // Packed once, sent three hundred times: gzip takes one after another.
    let packed = packer.finish().expect("memory").repeat(300);
    assert!(packed.len() < 1 << 20);
    assert_eq!(refused(&packed), "the file cannot be unpacked: it holds more than 256 MB");
    // Two bytes a row.
    let rows = format!("{HEADER}{}", "x\n".repeat(1_000_001));
    assert_eq!(
        refused(rows.as_bytes()),
        "the file has more than 1000000 rows; bring it in several files"
    );
    // UTF-16, and a zero in a text, which no database takes.
    let wide: Vec<u8> = HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused(&wide).starts_with("line 1 is no text in UTF-8"));
    assert!(refused(format!("{HEADER}a\nb\0\n").as_bytes()).starts_with("line 3 is no text"));
}
