//! English sentences.

use language::Lang;

use super::{Case, check};

#[test]
fn deadlines() {
    check(Lang::En, DEADLINES);
}

#[test]
fn days_and_times() {
    check(Lang::En, TIMES);
}

#[test]
fn sentences_without_a_time() {
    check(Lang::En, NONE);
}

const DEADLINES: &[Case] = &[
    (
        "The proof will be on your desk no later than Tuesday 1 December.",
        &[("no later than Tuesday 1 December", "..2026-12-02 by")],
    ),
    (
        "Please return the form before noon on Friday.",
        &[("before noon on Friday", "..2026-11-20T12:00 before")],
    ),
    (
        "We will put this right within five working days.",
        &[("within five working days", "..2026-11-27 within")],
    ),
    (
        "The pump will be with you by 3.30pm tomorrow.",
        &[("by 3.30pm tomorrow", "..2026-11-20T15:30 by")],
    ),
    (
        "You'll hear from us by close of business on Monday.",
        &[("by close of business on Monday", "..2026-11-24 by")],
    ),
    (
        "Invoices are paid within 30 days of receipt.",
        &[("within 30 days of receipt", "2592000 seconds within of an event")],
    ),
    ("The report is due on 15/01/2027.", &[("due on 15/01/2027", "..2027-01-16 by")]),
    ("The old price holds until 24 December.", &[("until 24 December", "..2026-12-25 by")]),
    (
        "Your keys will be ready the day after tomorrow at the latest.",
        &[("the day after tomorrow at the latest", "..2026-11-22 by")],
    ),
    (
        "The link goes live before the end of the year.",
        &[("before the end of the year", "..2027-01-01 before")],
    ),
    ("We deliver by week 3 of 2027.", &[("by week 3 of 2027", "..2027-01-25 by")]),
    (
        "Within two weeks everything will be back up.",
        &[("Within two weeks", "..2026-12-04 within")],
    ),
    (
        "You'll get the drawings at the end of next week.",
        &[("at the end of next week", "..2026-11-30 by")],
    ),
    ("I'll answer today before 5pm.", &[("today before 5pm", "..2026-11-19T17:00 before")]),
    ("Expect it by EOD.", &[("by EOD", "..2026-11-20 by")]),
    (
        "The job is done on Saturday 28 November, by 4 pm.",
        &[("on Saturday 28 November, by 4 pm", "..2026-11-28T16:00 by")],
    ),
    (
        "Your order ships within 2-3 business days.",
        &[("within 2-3 business days", "..2026-11-25 within")],
    ),
    (
        "Friday afternoon at the latest.",
        &[("Friday afternoon at the latest", "..2026-11-20T18:00 by")],
    ),
];

const TIMES: &[Case] = &[
    (
        "The fitter comes on Wednesday between 8 and 10 am.",
        &[("on Wednesday between 8 and 10 am", "2026-11-25T08:00..2026-11-25T10:00")],
    ),
    (
        "Shall we speak a week on Friday at quarter past two?",
        &[("a week on Friday at quarter past two", "2026-11-27T14:15")],
    ),
    ("Demolition starts this coming Monday.", &[("this coming Monday", "2026-11-23..2026-11-24")]),
    (
        "The windows go in during the first week of December.",
        &[("during the first week of December", "2026-12-07..2026-12-14")],
    ),
    (
        "Our driver will be at the gate at 7:30 tomorrow morning.",
        &[("at 7:30 tomorrow morning", "2026-11-20T07:30")],
    ),
    ("The server will be running by mid-January.", &[("by mid-January", "..2027-01-21 by")]),
    (
        "We replace the press in the second quarter of 2027.",
        &[("in the second quarter of 2027", "2027-04-01..2027-07-01")],
    ),
    ("The paint is dry in three weeks.", &[("in three weeks", "2026-12-10..2026-12-11")]),
    (
        "The warehouse is closed from 24 December to 2 January.",
        &[("from 24 December to 2 January", "2026-12-24..2027-01-03")],
    ),
    ("As of 1 March 2027 the new rate applies.", &[("As of 1 March 2027", "2027-03-01.. from")]),
    (
        "We'll know more around the 21st of December.",
        &[("around the 21st of December", "2026-12-21..2026-12-22 around")],
    ),
    (
        "Delivery: December 3rd, 2026, in the afternoon.",
        &[("December 3rd, 2026, in the afternoon", "2026-12-03T12:00..2026-12-03T18:00")],
    ),
    ("After 5 January we are back.", &[("After 5 January", "2027-01-06.. after")]),
    (
        "I'll be with you on Tuesday at half past three.",
        &[("on Tuesday at half past three", "2026-11-24T15:30")],
    ),
    ("Next month we replace the filter.", &[("Next month", "2026-12-01..2027-01-01")]),
    (
        "The office is closed on the last Friday of November.",
        &[("on the last Friday of November", "2026-11-27..2026-11-28")],
    ),
    (
        "We could do 8th May or the 12th of May.",
        &[("8th May", "2027-05-08..2027-05-09"), ("the 12th of May", "2027-05-12..2027-05-13")],
    ),
    (
        "I'm in on Monday and Wednesday.",
        &[("on Monday", "2026-11-23..2026-11-24"), ("Wednesday", "2026-11-25..2026-11-26")],
    ),
    ("Tomorrow's meeting is cancelled.", &[("Tomorrow", "2026-11-20..2026-11-21")]),
    ("The week after next we start.", &[("The week after next", "2026-11-30..2026-12-07")]),
    (
        "The first two weeks of January we're closed.",
        &[("The first two weeks of January", "2027-01-01..2027-01-15")],
    ),
];

const NONE: &[Case] = &[
    ("Version 3.12 fixes the problem.", &[]),
    ("The price is 12.50 each, plus 20% VAT.", &[]),
    ("Call me on 020 7946 0958 or 555-1234.", &[]),
    ("This concerns clause 2026-11 of the contract.", &[]),
    ("Support is available 24/7.", &[]),
    ("Good morning May, thanks for the door sizes.", &[]),
    ("You may march on with the second option.", &[]),
    ("One of these days it may sort itself out.", &[]),
    ("I second that, and so does April's manager.", &[]),
    ("The first thirty cases took too long.", &[]),
    ("We have supplied the council since 2004.", &[]),
    ("Every Monday we take a backup.", &[]),
    ("The parcel weighs 3 kg and measures 40 x 60 cm.", &[]),
    ("In the last resort we send someone else.", &[]),
    ("The fall in price is in your favour.", &[]),
    ("One day we might.", &[]),
    ("See clause 3.12 and order 12/11/2026.", &[]),
    ("We give a 10 to 15 percent discount.", &[]),
    ("In a second step we look at pricing.", &[]),
    ("Mark sat down and the sun came out.", &[]),
];
