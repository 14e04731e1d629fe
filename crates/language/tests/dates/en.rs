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

#[test]
fn feasts_and_rare_forms() {
    check(Lang::En, RARE);
}

#[test]
fn what_only_looks_like_a_time() {
    check(Lang::En, DECOYS);
}

#[test]
fn nights_and_days_beside_feasts() {
    check(Lang::En, BESIDE);
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

const RARE: &[Case] = &[
    ("We will deliver before Christmas.", &[("before Christmas", "..2026-12-25 before")]),
    ("After Easter we'll be in touch.", &[("After Easter", "2027-03-30.. after")]),
    (
        "Between Christmas and New Year our office is closed.",
        &[("Between Christmas and New Year", "2026-12-26..2027-01-01")],
    ),
    (
        "On New Year's Eve the warehouse is closed.",
        &[("On New Year's Eve", "2026-12-31..2027-01-01")],
    ),
    ("You'll have the drawings by Boxing Day.", &[("by Boxing Day", "..2026-12-27 by")]),
    ("After Whit Monday we start building.", &[("After Whit Monday", "2027-05-18.. after")]),
    ("Your order arrives before Thanksgiving.", &[("before Thanksgiving", "..2026-11-26 before")]),
    ("On Good Friday nobody works.", &[("On Good Friday", "2027-03-26..2027-03-27")]),
    ("Our line stays open on Christmas Day.", &[("on Christmas Day", "2026-12-25..2026-12-26")]),
    (
        "Registration closes two weeks before Christmas.",
        &[("two weeks before Christmas", "2026-12-11..2026-12-12")],
    ),
    (
        "The week before Christmas we fit the kitchen.",
        &[("The week before Christmas", "2026-12-14..2026-12-21")],
    ),
    ("We'll be back after Labor Day.", &[("after Labor Day", "2027-09-07.. after")]),
    ("We deliver in week 50 or 51.", &[("in week 50 or 51", "2026-12-07..2026-12-21")]),
    (
        "The inspection is in March twenty twenty-seven.",
        &[("in March twenty twenty-seven", "2027-03-01..2027-04-01")],
    ),
    (
        "It holds from January two thousand and twenty-seven.",
        &[("from January two thousand and twenty-seven", "2027-01-01.. from")],
    ),
    ("The van leaves at 7 tomorrow.", &[("at 7 tomorrow", "2026-11-20T07:00")]),
    (
        "A fitter will be on the road within two hours.",
        &[("within two hours", "2026-11-19T09:00..2026-11-19T11:00 within")],
    ),
    ("We are closed the whole week.", &[("the whole week", "604800 seconds")]),
    (
        "You can reach us after 9:30 but before 11:00.",
        &[("after 9:30 but before 11:00", "2026-11-19T09:30..2026-11-19T11:00")],
    ),
    (
        "The call starts on Thursday at 8:00 CET.",
        &[("on Thursday at 8:00 CET", "2026-11-26T08:00")],
    ),
    ("Early next week you'll hear more.", &[("Early next week", "2026-11-23..2026-11-26")]),
    (
        "You'll have the keys by the end of January at the latest.",
        &[("by the end of January at the latest", "..2027-02-01 by")],
    ),
    (
        "It will be ready in a week and a half.",
        &[("in a week and a half", "2026-11-29..2026-11-30")],
    ),
    ("We'll ship the cabinets in mid-December.", &[("in mid-December", "2026-12-11..2026-12-21")]),
    (
        "The fitter comes on the 17th between 8 and 10 am.",
        &[("on the 17th between 8 and 10 am", "2026-12-17T08:00..2026-12-17T10:00")],
    ),
    (
        "From Wednesday through Friday we're closed.",
        &[("From Wednesday through Friday", "2026-11-25..2026-11-28")],
    ),
    (
        "The delivery comes on Wednesday between 1 and 3 pm.",
        &[("on Wednesday between 1 and 3 pm", "2026-11-25T13:00..2026-11-25T15:00")],
    ),
    (
        "You get the final invoice by 31 Dec. at the latest.",
        &[("by 31 Dec. at the latest", "..2027-01-01 by")],
    ),
    ("Prices go up on 1 January 2027.", &[("on 1 January 2027", "2027-01-01..2027-01-02")]),
    ("The quote is valid until 15 December.", &[("until 15 December", "..2026-12-16 by")]),
    (
        "I'll call first thing tomorrow morning.",
        &[("tomorrow morning", "2026-11-20T06:00..2026-11-20T12:00")],
    ),
    ("A week from today it's party time.", &[("A week from today", "2026-11-26..2026-11-27")]),
    ("It goes out by 4 pm on Friday.", &[("by 4 pm on Friday", "..2026-11-20T16:00 by")]),
    ("We change the filter in week 3.", &[("in week 3", "2027-01-18..2027-01-25")]),
    ("You'll have an answer this Friday.", &[("this Friday", "2026-11-20..2026-11-21")]),
    (
        "The last week of November we do the rest.",
        &[("The last week of November", "2026-11-23..2026-11-30")],
    ),
    (
        "See you on Tuesday, December 8 at 10 am.",
        &[("on Tuesday, December 8 at 10 am", "2026-12-08T10:00")],
    ),
    (
        "The parcel leaves this afternoon.",
        &[("this afternoon", "2026-11-19T12:00..2026-11-19T18:00")],
    ),
    ("Back in 15.", &[("in 15", "2026-11-19T09:15")]),
    ("Dinner is at 7ish.", &[("at 7ish", "2026-11-19T19:00")]),
    ("We'll send it around noon tomorrow.", &[("around noon tomorrow", "2026-11-20T12:00 around")]),
    ("The deadline is Friday, 5 p.m. EST.", &[("Friday, 5 p.m. EST", "2026-11-20T17:00")]),
    ("A week has seven days.", &[("seven days", "604800 seconds")]),
    (
        "We meet at 16h for 30 minutes.",
        &[("at 16h for 30 minutes", "2026-11-19T16:00..2026-11-19T16:30")],
    ),
    (
        "The lease ends in December in two years.",
        &[("in December in two years", "2028-12-01..2029-01-01")],
    ),
    ("December in a year suits us better.", &[("December in a year", "2027-12-01..2028-01-01")]),
    ("The range stays in stock this season.", &[("this season", "2026-09-23..2026-12-22")]),
    ("Next season we move to Leeds.", &[("Next season", "2026-12-21..2027-03-20")]),
    ("Last season was good, and the season is short.", &[]),
    ("We guard the site 24 hours a day.", &[("24 hours", "86400 seconds")]),
];

const DECOYS: &[Case] = &[
    ("The Christmas tree is sold out.", &[]),
    ("The Easter bunny promotion went well.", &[]),
    ("Our weekend rate is 45 pounds.", &[]),
    ("The night shift has seen it.", &[]),
    ("The report has 15 pages.", &[]),
    ("We count on 15 people.", &[]),
    ("The score stands at 3-2.", &[]),
    ("Item 2026-11-04-B is sold out.", &[]),
    ("The temperature is 20.10 degrees.", &[]),
    ("Sort code 20-10-15 is on the invoice.", &[]),
    ("Call 0800 123 4567 or +44 20 7946 0958.", &[]),
    ("The discount is 5 to 10 percent.", &[]),
    ("Windows 10.20 runs on your laptop.", &[]),
    ("The width is 12/11 inch.", &[]),
    ("Invoice 11-2026 is still open.", &[]),
    ("The address is 24-2 High Street.", &[]),
    ("Merry Christmas and a happy new year!", &[]),
    ("Mr Winter and Mrs Sunday will join.", &[]),
    ("The share rose 2.5 percent.", &[]),
    ("The screw is M8 x 30.", &[]),
    ("Daylight saving time confuses our clock.", &[]),
    ("Will may want to read it.", &[]),
];

#[test]
fn a_part_of_a_day_and_the_day_it_is_of_are_one() {
    check(
        Lang::En,
        &[
            (
                "We come on the morning of 4 May.",
                &[("on the morning of 4 May", "2027-05-04T06:00..2027-05-04T12:00")],
            ),
            (
                "They'll arrive in the evening of Tuesday.",
                &[("in the evening of Tuesday", "2026-11-24T18:00..2026-11-25")],
            ),
            (
                "She calls on the afternoon of the 3rd.",
                &[("on the afternoon of the 3rd", "2026-12-03T12:00..2026-12-03T18:00")],
            ),
            ("It was a morning of meetings.", &[]),
        ],
    );
}

#[test]
fn a_night_between_two_days_is_of_the_later_one() {
    check(
        Lang::En,
        &[
            (
                "On the night of 23 to 24 February we update.",
                &[("On the night of 23 to 24 February", "2027-02-24..2027-02-24T06:00")],
            ),
            (
                "Overnight Tuesday to Wednesday we update.",
                &[("Overnight Tuesday to Wednesday", "2026-11-25..2026-11-25T06:00")],
            ),
            ("We send it overnight.", &[]),
            (
                "Overnight guests stay from Tuesday to Thursday.",
                &[("from Tuesday to Thursday", "2026-11-24..2026-11-27")],
            ),
        ],
    );
}

#[test]
fn an_ordinal_that_counts_is_no_day() {
    check(
        Lang::En,
        &[
            ("The 18th we open the hall.", &[("The 18th", "2026-12-18..2026-12-19")]),
            ("The 18th attempt failed.", &[]),
        ],
    );
}

const BESIDE: &[Case] = &[
    (
        "The network is down tonight between 1 and 4.",
        &[("tonight between 1 and 4", "2026-11-20T01:00..2026-11-20T04:00")],
    ),
    ("We restart tonight at 2am.", &[("tonight at 2am", "2026-11-20T02:00")]),
    (
        "The Friday before Christmas we close at noon.",
        &[
            ("The Friday before Christmas", "2026-12-18..2026-12-19"),
            ("at noon", "2026-12-18T12:00"),
        ],
    ),
    (
        "We deliver on the first working day after Easter.",
        &[("on the first working day after Easter", "2027-03-30..2027-03-31")],
    ),
    ("The auditors come Monday fortnight.", &[("Monday fortnight", "2026-12-07..2026-12-08")]),
    (
        "The surveyor comes at ten to four on Tuesday.",
        &[("at ten to four on Tuesday", "2026-11-24T15:50")],
    ),
    ("Between 9 and 11 screws a sheet are plenty.", &[]),
    ("Our 30-day returns policy is on the back.", &[]),
    ("Allow a six-week lead time.", &[("six-week", "3628800 seconds")]),
    ("Our unit is at 7-11 Station Road.", &[]),
    ("Paint the ceiling in Morning Mist.", &[]),
    (
        "Your order of 3 December leaves tomorrow.",
        &[("3 December", "2026-12-03..2026-12-04"), ("tomorrow", "2026-11-20..2026-11-21")],
    ),
    (
        "We are open Monday to Friday from 4 January.",
        &[("Monday to Friday", "2026-11-23..2026-11-28"), ("from 4 January", "2027-01-04.. from")],
    ),
    ("On Tuesday Jones Ltd fits them.", &[("On Tuesday", "2026-11-24..2026-11-25")]),
    ("Doors 18:30\nDrive safely.", &[("18:30", "2026-11-19T18:30")]),
    ("It ends on Tuesday night at 2am.", &[("on Tuesday night at 2am", "2026-11-25T02:00")]),
    (
        "We come Friday evening between 3 and 6.",
        &[("Friday evening between 3 and 6", "2026-11-20T15:00..2026-11-20T18:00")],
    ),
    ("Fit at 9 am the 1/2 inch pipe.", &[("at 9 am", "2026-11-19T09:00")]),
    (
        "We bring the table, 4 December at the latest.",
        &[("4 December at the latest", "..2026-12-05 by")],
    ),
    (
        "Between 9 and 11 James will call.",
        &[("Between 9 and 11", "2026-11-19T09:00..2026-11-19T11:00")],
    ),
    (
        "Between 9 and 11 is a good time for us.",
        &[("Between 9 and 11", "2026-11-19T09:00..2026-11-19T11:00")],
    ),
    ("We need between 10 and 12 chairs.", &[]),
    ("Clause 7 may be ignored.", &[]),
    ("Version 3.15 goes live on Friday.", &[("on Friday", "2026-11-20..2026-11-21")]),
];
