//! English, as written in Britain; the keys of all languages, grouped by the pages that show them.

mod backtest;
mod capabilities;
mod customer;
mod entrance;
mod price;
mod promise;
mod quote;
mod setting;
mod wording;

pub use backtest::Backtest;
pub use capabilities::Capabilities;
pub use customer::Customer;
pub use entrance::Entrance;
pub use price::Price;
pub use promise::Promise;
pub use quote::Quote;
pub use setting::Setting;
pub use wording::Wording;

/// English.
#[derive(Debug)]
pub(crate) struct En;

declare! {
    /// Every text that people read, by its meaning: those of today, the lists and the navigation here, the others by area.
    Texts: Backtest, Capabilities, Customer, Entrance, Price, Promise, Quote, Setting, Wording;

    account_new = "Add a customer";
    accounts_caption = "Customers with the promise that is least sure, least sure first";
    accounts_heading(n: usize, count) => {
        if n == 1 {
            format!("{count} customer")
        } else {
            format!("{count} customers")
        }
    };
    accounts_heading_off(customers, off) = "{customers}, {off} of them off plan";
    and_more(count) = "And {count} more.";
    begin = "Begin";
    begin_done = "Done.";
    begin_found = "Write down a promise you have already made";
    begin_found_do = "Record a promise";
    begin_found_why =
        "Made in a mail or in passing: from now on it counts too, and what is missing becomes a question.";
    begin_history = "Bring your history";
    begin_history_do = "Import finished work";
    begin_history_more = "Import more";
    begin_history_why =
        "With 20 finished pieces of work the first honest date appears; with 60 we can show how good it is. \
        A CSV file from your tracker is enough.";
    begin_hours = "Say when people work";
    begin_hours_do = "Set the hours of a team";
    begin_hours_why = "Hours, holidays, and what is kept free for service, so that it is never sold twice.";
    begin_note = "about 20 minutes in all";
    begin_said =
        "Nobody has been promised anything here yet, so there is nothing to watch. Three steps make this \
        page useful.";
    chance = "Chance";
    choose = "Choose …";
    customer = "Customer";
    dossier_ended = "Ended promises";
    dossier_link = "Own page";
    dossier_living = "Open promises";
    dossier_nobody = "Nobody here yet. An offer needs somebody who can answer it.";
    dossier_nothing_living = "Nothing is open between us at the moment.";
    dossier_open_page = "Open the page";
    dossier_people = "People";
    dossier_people_note = "each reaches their own page by a secret link";
    dossier_renew = "Replace the link";
    drift_long(since, kept, of, expected) = "Since {since} our dates hold more often than we say: {kept} of {of} were kept, where {expected} were to be expected. New dates come sooner because of it.";
    drift_short(since, kept, of, expected) = "Since {since} our dates hold less often than we say: {kept} of {of} were kept, where {expected} were to be expected. New dates come later because of it.";
    due = "Due";
    due_as_said(full, words) = "{full}, said as “{words}”";
    end_of(period) = "the end of {period}";
    filter_any_time = "Any time";
    filter_every_state = "Every state";
    filter_everyone = "Everyone";
    filter_find = "Find";
    filter_month = "This month";
    filter_open = "Everything open";
    filter_show = "Show";
    filter_state = "State";
    filter_week = "This week";
    foot(name, time) = "{name} · figures from your own history, computed {time}";
    go_answer = "Answer";
    go_look = "Take a look";
    go_open = "Open the promise";
    go_other_date = "Agree another date";
    go_plan = "Plan the work";
    kept = "Kept";
    kept_by = "Kept by";
    kept_few(of, kept) = "Promises kept so far: {kept} of {of}, too few for a percentage.";
    kept_of(kept, ended) = "{kept} of {ended}";
    kept_share(of, kept, percent, low, high) =
        "Of our last {of} promises we kept {kept} ({percent}, between {low} and {high}).";
    least_sure = "Least sure promise";
    nav_accounts = "Customers";
    nav_import = "Import";
    nav_name = "Main";
    nav_promises = "Promises";
    nav_quote = "Can we promise?";
    nav_settings = "Settings";
    nav_today = "Today";
    no_accounts = "There are no customers here yet. To add the first one, its name is enough.";
    no_date = "no date yet";
    no_promises = "Nobody has been promised anything here yet.";
    nothing_found = "Nothing matches this selection.";
    nothing_open = "Nothing open";
    open = "Open";
    owed_late(name, due, days: i32) => {
        let unit = if days == 1 { "working day" } else { "working days" };
        format!("{name} promised it for {due}: {days} {unit} late.")
    };
    owed_reprice = "As agreed, we now set the price anew.";
    owed_shift(ours, proposed) = "As agreed, our date moves with it, from {ours} to {proposed}.";
    owed_shift_pending = "As agreed, our date moves with it, by as many working days.";
    owed_talk = "As agreed, we now talk about what this changes.";
    owed_void = "As agreed, we may now end our promise.";
    pager(from, to, of) = "{from}–{to} of {of}";
    pager_after = "Next";
    pager_before = "Previous";
    pager_name = "Pages";
    promise = "Promise";
    promises_caption = "Promises, least sure first";
    promises_heading(n: usize, count) => {
        if n == 1 {
            format!("{count} promise")
        } else {
            format!("{count} promises")
        }
    };
    quarter_label(quarter) = "Q{quarter}";
    read_line = "How to read it";
    read_line_note = "the promise line";
    read_line_said =
        "The ink runs from the day it was said to today. The hill shows when it will likely be done: the \
        higher, the likelier. The upright stroke is what you promised; what lies behind it, engraved, is \
        the risk of being late.";
    record_do = "Record it";
    record_said =
        "A promise found in a mail or given by word of mouth counts from this moment. Write down what was \
        said and what you know; what is missing stays visible as an open question.";
    same_in_figures = "The same in figures";
    save = "Save";
    search = "Search";
    show_all = "Show all";
    skip = "Skip to content";
    to_today = "To Today";
    today_answer = "Answers due";
    today_delivered(name, delivered, ends) =
        "{name}. Delivered on {delivered}; counts as confirmed from {ends} unless they say otherwise.";
    today_kept_by(name, owner) = "{name}, kept by {owner}.";
    today_lapses(name, until) = "Offered to {name}, held until {until}.";
    today_lapsing = "Offers that lapse";
    today_lapsing_note = "within a week";
    today_off = "Off plan or late";
    today_off_plan(n: usize, word) => {
        if n == 1 {
            format!("{word} customer must hear from you today")
        } else {
            format!("{word} customers must hear from you today")
        }
    };
    today_owed = "Owed to us, late";
    today_proposes(name, day) = "{name} proposes {day}.";
    today_proposes_instead(name, day, old) = "{name} proposes {day} instead of {old}.";
    today_proposes_something(name) = "{name} proposes a change.";
    today_quiet = "Nothing waits for your word today";
    today_rest(n: usize, count) => {
        if n == 1 {
            format!("{count} promise is on plan and needs nothing from you.")
        } else {
            format!("{count} promises are on plan and need nothing from you.")
        }
    };
    today_the_rest = "The rest";
    today_unconfirmed = "Delivered, not yet confirmed";
    today_unknown = "Without a forecast";
    today_unknown_why = "No honest chance can be given yet: there is too little to go on.";
    today_waits(n: usize, word) => {
        if n == 1 {
            format!("{word} thing waits for your word")
        } else {
            format!("{word} things wait for your word")
        }
    };
    today_watch = "Watch";
    today_watch_note = "could go either way";
    where_said = "Where it was said";
}
