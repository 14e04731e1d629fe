//! English, as written in Britain; the keys of all languages, grouped by the pages that show them.

mod backtest;
mod capabilities;
mod wording;

pub use backtest::Backtest;
pub use capabilities::Capabilities;
pub use wording::Wording;

/// English.
#[derive(Debug)]
pub(crate) struct En;

declare! {
    /// Every text that people read, by its meaning.
    Texts: Backtest, Capabilities, Wording;

    // Today, the lists, the navigation.
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

    // Can we promise? The question, its answer, the offer, and what is wrong with either.
    below_summary = "Promise a date below our level";
    cannot_heading = "We cannot forecast this yet";
    cannot_never_done = "At the present pace this is too seldom finished within the time we look ahead. \
        Promise less, or give the team more room.";
    cannot_no_team(team) = "Nothing is known of team {team} yet. Read in its finished work, or choose \
        another team.";
    cannot_no_work = "Choose the team that does the work: only then can we see how long it takes.";
    cannot_nothing_like_it(team) = "Team {team} has not finished anything like this yet, so nothing tells how long \
        it takes. Choose another kind of work, or say why you promise without a forecast.";
    claim_model_only(finished: usize) => {
        if finished == 1 {
            "From 1 finished piece of work like this, not yet checked. That is too little to name a chance.".to_owned()
        } else {
            format!(
                "From {finished} finished pieces of work like this, not yet checked. \
                That is too little to name a chance."
            )
        }
    };
    claim_up_to(count, percent) = "From {count} finished pieces of work like this. With so few, {percent} is the \
        most we can honestly name.";
    content_gzip = "packed with gzip";
    content_json = "JSON";
    content_markup = "a web page or XML";
    content_pdf = "a PDF";
    content_text = "plain text";
    content_workbook = "a spreadsheet file";
    content_zip = "a ZIP or spreadsheet file";
    date_below(level) = "Below our level of {level}.";
    date_first = "This then goes before everything else that waits.";
    date_own = "Another date";
    date_surer = "Later, but surer.";
    date_touches(subject, account, before, after) = "{subject} ({account}) falls from {before} to {after}.";
    date_touches_more(n: usize, count) => {
        if n == 1 {
            format!("{count} other promise falls too.")
        } else {
            format!("{count} other promises fall too.")
        }
    };
    date_touches_nobody = "Nobody else is affected.";
    error_bad_rows(count: usize) => {
        if count == 1 {
            "1 row cannot be read. Mend it in the file, or choose to leave it out.".to_owned()
        } else {
            format!("{count} rows cannot be read. Mend them in the file, or choose to leave them out.")
        }
    };
    error_before_begun(field, given, begun) = "{field}: {given} is before the promise began, on {begun}. \
        Give a later time.";
    error_below_policy(due, chance, policy) = "The chance by {due} is {chance}, below our level of {policy}. \
        Choose who takes it on, and say why.";
    error_compressed(what) = "The file cannot be unpacked ({what}). Choose it as CSV, or pack it again as .gz.";
    error_counter_met(at) = "This arrived already, on {at}.";
    error_csv(what) = "The file cannot be read as a table ({what}). Save it as CSV again, then choose it \
        once more.";
    error_due(given) = "“{given}” is not a date we can read. Wanted: a day (2026-03-12), a time (2026-03-12T15:00), \
        a week (2026-W11), a month (2026-03), a quarter (2026-Q1), a half (2026-H1) or a year (2026).";
    error_encoding(line) = "Line {line} is not written in UTF-8. Save the file as “CSV UTF-8”, then choose \
        it again.";
    error_file_content(content) = "The file is {content}. Export it as CSV, then choose it again.";
    error_file_empty = "The file is empty. Wanted: a line with the names of the columns, then a line for each row.";
    error_file_ending(name) = "The file is called “{name}”. Wanted: one that ends in .csv, .tsv or .txt, or packed in .gz.";
    error_file_not_as_named(name, content) = "“{name}” is {content}, which its name does not say. Export it as CSV, then choose it again.";
    error_input(field, given, wanted) => {
        if given.to_string().is_empty() {
            format!("{field} is empty. Wanted: {wanted}.")
        } else {
            format!("{field}: “{given}” was given. Wanted: {wanted}.")
        }
    };
    error_key_reused = "This form has been sent before, with other contents. Load the page again, then send it.";
    error_ledger = "It could not be written down, so nothing has changed. Try again in a moment.";
    error_mapping(what) = "The columns cannot be read this way: {what}";
    error_missing(gaps) => { format!("Still missing: {}.", gaps.to_string().to_lowercase()) };
    error_moment(text) = "“{text}” is not a time we can read. Wanted: a day and a time, such as 2026-03-12T15:00.";
    error_never_open = "This calendar has no working time in the next ten years. Give it its hours in the \
        settings.";
    error_no_column(field, column, present) = "Column “{column}”, chosen for {field}, is not in the file. \
        The file has: {present}.";
    error_no_counter_promise = "This is not among the things that are promised to us here. Load the page again.";
    error_no_ground = "A new date needs a forecast, or the reason why there is none.";
    error_no_organisation = "handslag has not been set up here yet. Begin with the name of your company.";
    error_no_promise = "There is no such promise here.";
    error_no_tie = "The promise is not tied to this. Load the page again.";
    error_tie_ended = "This has come already, or was taken away.";
    error_no_void = "This does not end the promise: it is not late, or something else was agreed for when it is.";
    error_no_working_time(next) = "There is no working time in that period. The next working day is {next}.";
    error_not_ahead(field, given, now) = "{field}: {given} has passed. Wanted: a time after {now}.";
    error_not_found(thing, given) = "Could not find {thing} “{given}”.";
    error_not_in_state(state) = "This cannot be done now. How the promise stands: {state}.";
    error_not_mapped(field) = "No column has been chosen for {field}. Choose one: without it the file \
        cannot be used.";
    error_not_yet(field, given, now) = "{field}: {given} has not come yet. Wanted: a time up to {now}.";
    error_nothing_proposed = "Nobody has proposed a change, so there is nothing to answer.";
    error_nothing_to_change = "Nothing would change. Give another date, or other words for what is promised.";
    error_only_account = "Only the customer can do this.";
    error_only_us = "Only the company that gave the promise can do this.";
    error_out_of_range = "That date is further away than the calendar goes. Give one nearer to today.";
    error_plan = "The forecast could not be computed, and nothing has changed.";
    error_proposal_passed(due) = "The proposed date, {due}, has passed. A new proposal is needed.";
    error_stale = "This has changed in the meantime. Look at it again, then decide.";
    error_too_many_rows(most) = "The file has more than {most} rows. Bring it in as several files.";
    error_window(given) = "“{given}” is not a stretch of time. Wanted: from and to, such as 09:00-17:30, or 22:00-06:00 \
        for a night.";
    error_zone(given) = "“{given}” is not a time zone. Wanted: a name such as Europe/Amsterdam.";
    field_acceptance = "How will you both see that it was kept?";
    field_acceptance_hint = "One sentence, so that nothing is left to guess later.";
    field_amount = "Amount";
    field_because = "Nothing, because …";
    field_below_reason = "Why promise it all the same?";
    field_cap = "At most";
    field_contact = "To whom";
    field_counter_due = "By when";
    field_counter_then = "If it is late";
    field_counter_what = "What they promise us";
    field_dates = "How dates are written";
    field_due = "Due";
    field_expires = "The offer stands until";
    field_kind = "Kind of work";
    field_pieces = "How many";
    field_policy = "The levels";
    field_price = "Price";
    field_remedy = "If we are late";
    field_strictness = "Strictness";
    field_taken_by = "Who takes it on";
    field_team = "Team";
    field_wished = "Date they ask for";
    field_without = "Why promise without a forecast?";
    field_without_hint = "It can be done: the promise is then marked as one without a forecast, with your reason.";
    gap_acceptance = "How you both see that it was kept";
    gap_consideration = "What you ask in return";
    gap_contact = "To whom";
    gap_due = "By when";
    gap_ground = "What the date rests on";
    gap_owner = "Who keeps it";
    gap_promisor = "Who gives it";
    gap_remedy = "What happens if we are late";
    gap_strictness = "Target date or strict date";
    gap_subject = "What we promise";
    grain_day = "On that day";
    grain_month = "By the end of that month";
    grain_name = "How exactly";
    grain_quarter = "By the end of that quarter";
    grain_week = "By the end of that week";
    keys_note = "Two letters are pressed one after the other: first g, then t. While you type in a field \
        they do nothing.";
    keys_where = "On every page";
    letter_acceptance(acceptance) => {
        format!("This is how we both see that it was kept: {}.", acceptance.to_string().trim_end_matches('.'))
    };
    letter_by = "By";
    letter_greeting(name) = "Dear {name},";
    letter_need(subject, due) => {
        format!("For this we need from you, by {due}: {}.", subject.to_string().trim_end_matches('.'))
    };
    letter_not_yet = "The letter can be written once it is clear what we promise, and by when.";
    letter_nothing(because) => {
        format!("We ask nothing in return, because {}.", because.to_string().trim_end_matches('.'))
    };
    letter_price(price) = "The price is {price}.";
    letter_promise(subject) => { format!(" you have this: {}.", subject.to_string().trim_end_matches('.')) };
    letter_remedy(remedy) = "If we are late: {remedy}.";
    letter_strict = "Strict date: if we deliver later, the promise is broken, without anyone having to say \
        so first.";
    letter_target = "Target date: if we run late, you hear it the same day.";
    needed = "needed";
    nothing_moves = "For this promise there is no forecast now.";
    offer_draft = "Save as a draft";
    offer_letter = "This is how the customer will read it";
    offer_name = "Offer";
    offer_needs(n: usize, count) => {
        match n {
            0 => "Nothing is missing".to_owned(),
            1 => format!("Still needs {count} thing"),
            _ => format!("Still needs {count} things"),
        }
    };
    offer_rest = "What else belongs to it";
    offer_to(account) = "Offer to {account}";
    offer_until(moment) = "The offer stands until {moment}.";
    others_first = "If this goes first";
    others_heading = "What it does to others";
    others_last = "If this goes last";
    others_now = "Chance now";
    quote_ask = "Work it out";
    quote_ask_again = "Work it out again";
    quote_changed = "The question has changed since it was answered. The new answer stands below: read it, \
        then offer.";
    quote_heading(due) = "{due} is what you can honestly promise";
    quote_heading_model(due) = "{due}, by the model";
    quote_no_accounts = "A promise is always made to somebody, and there are no customers here yet.";
    quote_no_teams = "No finished work has been read in yet, so nothing tells how long something takes.";
    quote_said(chance, likely) = "{chance} chance that it is done by then, most likely {likely}.";
    quote_said_model(likely) = "Most likely it is done on {likely}.";
    hold_place(until) = "Hold this place until {until}";
    hold_held(until) = "The place in the queue is held until {until}.";
    hold_release = "Let it go";
    wish_label = "If they asked for another day";
    wish_said(day, chance) = "{day}: {chance}";
    wish_said_first(day, chance, first) = "{day}: {chance}, or {first} before all other work";
    quote_said_wished(day, chance) = "By the date they ask for, {day}, the chance is {chance}.";
    quote_what = "What does the customer ask for?";
    return_heading = "What do you ask in return?";
    wanted_account = "Choose the customer you promise it to.";
    wanted_address = "an address such as ebba@example.com";
    wanted_amount(currency) = "Give an amount in {currency} above 0, such as 2500 or 1250.50.";
    wanted_cap = "Give a maximum of at least the amount beside it, in the same currency.";
    wanted_another_promise = "another promise: none can wait for itself";
    wanted_columns(count) = "as many columns as in the first line, {count}";
    wanted_counter_due = "Give the date by which they promise it.";
    wanted_date = "a date, such as 2026-03-12";
    wanted_date_as_mapped = "a date in the form chosen for this file";
    wanted_days(most) = "a whole number of working days from 1 to {most}";
    wanted_id = "a value in each column that names the row";
    wanted_between(from, to) = "a working day after {from} and not after {to}";
    wanted_known_promise = "a promise that is there";
    wanted_manager = "a manager or an admin, who may promise below our level";
    wanted_no_circle = "a promise that does not wait for this one in turn";
    wanted_number = "a number of 0 or more";
    wanted_once(first) = "each row once; it stands in line {first} too";
    wanted_only_once = "one company, and it has been set up here already";
    wanted_order = "watch below on plan, and on plan not above the level of an offer";
    wanted_pieces(most) = "Give a whole number from 1 to {most}.";
    wanted_plain_text(at) = "plain text; there is a line break or control character at position {at}";
    wanted_reason = "Choose the reason.";
    wanted_remedy_amount = "Give the amount, or choose that nothing was agreed.";
    wanted_shorter(most, given) = "at most {most} characters; there are {given}";
    wanted_quote = "a quote that gave dates";
    wanted_speaker = "a person who says it";
    wanted_taker = "Choose who takes it on.";
    wanted_team = "Choose the team that does the work.";
    wanted_word = "at least one word";
    which_date = "Which date do you offer?";
    why_queue(team, n: usize, count) => {
        if n == 1 {
            format!("Team {team} first finishes {count} thing that is waiting already.")
        } else {
            format!("Team {team} first finishes {count} things that are waiting already.")
        }
    };
    why_queue_free(team) = "The wait until team {team} can begin.";
    why_records(n: usize, count) => {
        if n == 1 { "It rests on 1 piece of work in your tracker.".to_owned() } else { format!("It rests on {count} pieces of work in your tracker.") }
    };
    why_room(from, to) = "Room for setbacks, to get from {from} to {to}.";
    why_room_model = "Room for setbacks.";
    why_this_date = "Why this date";
    why_delivery(who) = "The wait for what {who} delivers.";
    why_delivery_late(who, late, all) = "What {who} delivers was late {late} of {all} times before.";
    why_delivery_on_time(who, all) = "The wait for what {who} delivers; it came on time all {all} times before.";
    why_waiting = "The wait for what they promise us.";
    why_waiting_late(late, all) = "What they promise us was late {late} of {all} times before.";
    why_waiting_on_time(all) = "What they promise us came on time all {all} times before.";
    why_work_everyone(n: usize, count, span) => {
        if n == 1 {
            format!("The work itself: {count} piece of work, of any team, took {span}.")
        } else {
            format!("The work itself: {count} pieces of work, of all teams, mostly took {span}.")
        }
    };
    why_work_kind(n: usize, count, span) => {
        if n == 1 {
            format!("The work itself: {count} piece of work of this kind took {span}.")
        } else {
            format!("The work itself: {count} pieces of work of this kind mostly took {span}.")
        }
    };
    why_work_team(n: usize, count, span) => {
        if n == 1 {
            format!("The work itself: {count} piece of work by this team took {span}.")
        } else {
            format!("The work itself: {count} pieces of work by this team mostly took {span}.")
        }
    };
    without_absences = "If nobody of the team were away until then.";
    without_heading = "Without what holds it up";
    without_own_word(kept, of, expected) = "If our dates had held as we said: of the last {of} we kept {kept}, where {expected} were to be expected.";
    without_queue = "If nothing else were waiting or under way.";
    without_waiting = "If they did their part at once.";
    working_days(days: i32) => {
        if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") }
    };
    working_days_later(days: i32) => {
        if days == 1 { "1 working day later".to_owned() } else { format!("{days} working days later") }
    };
    working_days_sooner(days: i32) => {
        if days == 1 { "1 working day sooner".to_owned() } else { format!("{days} working days sooner") }
    };
    working_days_between(from: i32, to: i32) => { format!("{from} to {to} working days") };

    // A promise: its page, its moves, its history, its states.
    await_hint = "The date then takes in how late they were before. The customer does not see this.";
    because(reason) = "Reason: {reason}.";
    by_rule = "handslag";
    date_as_wished = "The date they asked for.";
    date_now(percent, due) = "At {percent} you can now promise {due}.";
    domino_all(n: usize, count, before, after) => {
        if n == 2 {
            format!("The chance that both are kept goes from {before} to {after}.")
        } else {
            format!("The chance that all {count} are kept goes from {before} to {after}.")
        }
    };
    domino_by_capacity(team) = "waits in the queue of team {team}";
    domino_by_dependency = "waits for it";
    domino_by_work(n: usize) => {
        if n == 1 { "needs the same record of your tracker".to_owned() } else { format!("needs the same {n} records of your tracker") }
    };
    domino_by_work_between = "through other work in between";
    domino_computed(trials, seed, points) = "Counted in {trials} plays of the whole plan, with the slip and without it, each time with the same luck (seed {seed}). By their number alone a change may be off by about {points} points.";
    domino_customer(name, n: usize, count, before, after) => {
        if n == 2 {
            format!("{name}: the chance that both promises are kept goes from {before} to {after}.")
        } else {
            format!("{name}: the chance that all {count} promises are kept goes from {before} to {after}.")
        }
    };
    domino_earlier(days) = "{days} earlier";
    domino_heading = "What falls with it";
    domino_holds = "holds";
    domino_later(days) = "{days} later";
    domino_more = "With another slip";
    domino_never = "no date at even chances any more";
    domino_none = "Nothing: no other promise moves.";
    domino_not_told = "customer not told yet";
    domino_plan_moves(before, after) = "The chance that they have it by then goes from {before} to {after}.";
    domino_plan_stays(chance) = "The chance that they have it by then stays {chance}.";
    domino_show = "Work it out";
    domino_slip_asked(days) = "If it comes {days} later than we see now:";
    domino_slip_forecast(level, days) = "Its {level} date lies {days} beyond the due. If it comes that much later than we see now:";
    domino_slip_supposed(days) = "The forecast sees no slip. If it came {days} later all the same:";
    domino_through_delivery(who) = "The work is done before what {who} delivers comes, so that is taken to come later.";
    domino_through_nothing = "Its work is finished, so it is taken to be handed over that much later.";
    domino_through_waiting = "Its work is done before what they promise us comes, so that is taken to come later.";
    domino_through_work = "What is left of its work is taken to last longer.";
    domino_told = "another date proposed";
    domino_unknown = "Nothing can be forecast of this promise, nor of what waits for it.";
    done_heading = "Your history is in";
    field_delivery = "What they deliver";
    field_their_plan = "What they plan";
    field_their_plan_on = "When";
    field_third_party = "Who delivers";
    field_after = "After which promises";
    field_after_hint = "Their numbers, such as 214 or 214, 217";
    field_days = "Working days later";
    field_delivered_at = "Delivered on";
    field_delivery_words = "Or in your own words";
    field_for_good = "The customer does not want another offer";
    field_measure = "Compared with what was promised";
    field_met_at = "Received on";
    field_new_date = "New date";
    field_other_date = "The date they ask for";
    field_reason = "Reason";
    field_reference = "Reference";
    field_reference_hint = "Where anyone can see it: the number of a delivery note, the address of a page.";
    field_why_customer = "Why, as the customer will read it";
    field_words = "In a few words";
    field_words_optional = "In a few words, if you like";
    happened_accepted(who) = "{who} accepted.";
    happened_agreed(who) = "{who} agreed to the change.";
    happened_below_policy(taker) = "{taker} took responsibility for going below the usual level.";
    happened_confirmed(who) = "{who} confirmed the delivery: as promised.";
    happened_confirmed_less(who) = "{who} confirmed the delivery: less than promised.";
    happened_confirmed_more(who) = "{who} confirmed the delivery: more than promised.";
    happened_counter_met(subject, day) = "What they promised us arrived on {day}: {subject}.";
    happened_counter_passed(subject) = "What they promised us did not arrive in time: {subject}.";
    happened_counter_proposed(who, due) = "{who} asked for {due} instead.";
    happened_counter_proposed_words(who) = "{who} asked for something else.";
    happened_declined(who) = "{who} declined the offer.";
    happened_delivered(who, at) = "{who} reported it delivered on {at}.";
    happened_discarded(who) = "{who} discarded the draft.";
    happened_disputed(who) = "{who} said that it is not delivered.";
    happened_drafted(who) = "{who} began a draft.";
    happened_due_passed(due) = "It was promised for {due} and is now late.";
    happened_fell(chance) = "The forecast fell to {chance}.";
    happened_fell_off_plan(chance) = "The forecast fell to {chance}: off plan.";
    happened_first_forecast(chance) = "The first forecast: {chance}.";
    happened_lapsed = "The offer lapsed without an answer.";
    happened_not_agreed(who) = "{who} did not agree to the change.";
    happened_offered(who, due, chance) = "{who} offered {due} on a forecast of {chance}.";
    happened_offered_until(until) = "The offer stands until {until}.";
    happened_offered_without(who, due) = "{who} offered {due} without a forecast.";
    happened_proposal_taken_back(who) = "{who} took the proposal back.";
    happened_proposed(who, new) = "{who} proposed {new}.";
    happened_proposed_instead(who, new, old) = "{who} proposed {new} instead of {old}.";
    happened_proposed_subject(who, subject) = "{who} proposed to promise this instead: “{subject}”.";
    happened_record_confirmed(who) = "{who} confirmed that this was promised.";
    happened_record_rejected(who) = "{who} said that this was not promised.";
    happened_recorded(who) = "{who} recorded the promise.";
    happened_redrafted(who) = "{who} changed the draft.";
    happened_released(who) = "{who} released us from the promise.";
    happened_reopened(who) = "{who} made the offer a draft again.";
    happened_rose(chance) = "The forecast rose to {chance}.";
    happened_shift(days: i32, due) => {
        let unit = if days == 1 { "working day" } else { "working days" };
        format!(
            "What they promised us is {days} {unit} late. As agreed our date moves with it: {due} is proposed."
        )
    };
    happened_silence_ended = "Nobody objected in the time announced, so the delivery stands.";
    happened_taken_back(who) = "{who} took the offer back.";
    happened_voided(who) = "{who} ended the promise, because what they promised us did not arrive.";
    happened_withdrawn(who, reason) = "{who} said that we will not keep this promise. Reason: {reason}.";
    history = "History";
    history_note(n: usize) => {
        if n == 1 {
            "1 entry, sealed".to_owned()
        } else {
            format!("{n} entries, sealed")
        }
    };
    move_accept = "They accept";
    move_agree = "Agree to their proposal";
    move_complete = "Complete the draft";
    move_confirm = "They confirm the delivery";
    move_confirm_record = "They confirm that this was promised";
    move_await = "It waits for a third party";
    move_arrived(who, what) = "{who} has delivered: {what}";
    move_counter_propose = "They want another date";
    move_decline = "They decline";
    move_deliver = "Report delivery";
    move_disagree = "Decline their proposal";
    move_discard = "Discard the draft";
    move_dispute = "They say it is not delivered";
    move_met(subject) = "Received: {subject}";
    move_offer_again = "Offer it again";
    move_plan = "Say what work it takes";
    move_reject_record = "They say this was not promised";
    move_release = "They no longer need it";
    move_renegotiate = "Agree another date";
    move_take_back = "Take the offer back";
    move_take_proposal_back = "Take our proposal back";
    move_their_plan = "The customer plans something with it";
    move_they_agree = "They agree";
    move_they_ask = "They ask for another date";
    move_they_disagree = "They do not agree";
    move_void(subject) = "End the promise, as this did not arrive: {subject}";
    move_withdraw = "We will not keep it";
    number = "Number";
    open_questions = "Still open";
    plan_stays = "The work stays as it is planned";
    promise_line = "Promise line";
    promise_number = "promise";
    quoted(words) = "“{words}”";
    seen_by(percent, day) = "{percent} by {day}.";
    seen_chance(chance, due, likely) = "{chance} by {due}, most likely {likely}.";
    seen_kept_by = "Kept when";
    seen_late(due, likely) = "Promised for {due}, now most likely {likely}.";
    seen_unknown = "Nothing can honestly be said about the date yet.";
    settled_broken = "It was not delivered.";
    settled_early(days: i32) => {
        if days == 1 {
            "Delivered 1 working day before the date, earlier than the on-time window.".to_owned()
        } else {
            format!("Delivered {days} working days before the date, earlier than the on-time window.")
        }
    };
    settled_kept(days: i32) => {
        if days == 1 {
            "Delivered 1 working day before the date.".to_owned()
        } else {
            format!("Delivered {days} working days before the date.")
        }
    };
    settled_late(days: i32) => {
        match days {
            ..=0 => "Delivered on the day, after the time promised.".to_owned(),
            1 => "Delivered 1 working day after the date.".to_owned(),
            _ => format!("Delivered {days} working days after the date."),
        }
    };
    settled_on_the_day = "Delivered on the day itself.";
    settled_undated = "Delivered; no date had been agreed.";
    erased_person = "An erased person";
    somebody = "Somebody";
    state_accepted = "accepted";
    state_broken = "broken";
    state_declined = "declined";
    state_delivered = "delivered";
    state_delivered_undated = "delivered, without a date";
    state_discarded = "discarded";
    state_draft = "draft";
    state_kept = "kept";
    state_kept_early = "kept, early";
    state_kept_late = "broken, late";
    state_lapsed = "lapsed";
    state_late = "late";
    state_off_plan = "off plan";
    state_offered = "offered";
    state_on_plan = "on plan";
    state_recorded = "recorded";
    state_released = "released";
    state_settled = "settled";
    state_unknown = "cannot forecast";
    state_void = "void";
    state_watch = "watch";
    state_withdrawn = "withdrawn";
    told_by_customer = "as they told you";
    told_to(contact, member) = "{contact} (as told to {member})";
    untitled = "Promise without a title";
    void_means = "The promise ends for both of you and counts as void, not as broken.";
    their_plan_hint = "“What falls with it” then says whether they can still go ahead when the promise slips. They do not see this.";
    tie_delivery(who, what) = "{who} delivers: {what}.";
    tie_plan(due, what) = "They plan for {due}: {what}.";
    tie_record(late, all) = "Late {late} of {all} times before";
    ties_heading = "Outside our company";
    untie = "Take away";
    what_can_be_done = "What you can do now";
    what_can_be_done_note = "each step goes into the history";
    what_is_true = "What is true now";
    what_moves = "What moves the date";
    what_was_said = "What was said";
    withdraw_means = "The promise then counts as broken, and that stays on record. If a later date would do, agree another date instead.";
    words_erased = "The words have been erased.";
    work_any_kind = "any kind";
    work_behind = "The work behind it";
    work_hours(hours) = "Estimate for each: {hours} h.";
    work_records(n: usize) => {
        if n == 1 {
            "It is linked to 1 record of your tracker.".to_owned()
        } else {
            format!("It is linked to {n} records of your tracker.")
        }
    };
    work_said(pieces: u32, number, kind, team) => {
        if pieces == 1 {
            format!("{number} piece of work ({kind}) for team {team}.")
        } else {
            format!("{number} pieces of work ({kind}) for team {team}.")
        }
    };
    work_waits_for = "It waits for:";

    // The customer's page, counter-promises, the promise line and the fan.
        caption_delivered(at, until) =
            "It was there on {at}. If the customer says nothing else before {until}, it counts as delivered.";
        caption_ghost(chance) = "The dashed ridge is what we saw when we promised: {chance}.";
        change_by_consequence(days: i32) => {
            if days == 1 {
                format!("What you promised us is {days} working day late; our date moves by one working day, as we agreed.")
            } else {
                format!("What you promised us is {days} working days late; our date moves by as many, as we agreed.")
            }
        };
        change_of_date(old, due) => {
            if old.to_string().is_empty() {
                format!("The date becomes {due}.")
            } else {
                format!("The date moves from {old} to {due}.")
            }
        };
        consequence_name_reprice = "We agree a new price";
        consequence_name_shift = "Our date moves by as many working days";
        consequence_name_talk = "We talk about it";
        consequence_name_void = "Our promise may end";
        consequence_reprice = "If it comes later, we agree a new price.";
        consequence_shift = "Each working day later moves our date by one working day.";
        consequence_talk = "If it comes later, we talk about how to go on.";
        consequence_void = "If it comes later, our promise may end.";
        counter_asked(subject, due) = "{subject}, by {due}.";
        counter_late(days: i32) => {
            if days == 1 {
                format!("{days} working day late")
            } else {
                format!("{days} working days late")
            }
        };
        counter_met(day) = "There on {day}, in time";
        counter_met_late(day, days: i32) => {
            if days == 1 {
                format!("There on {day}, {days} working day late")
            } else {
                format!("There on {day}, {days} working days late")
            }
        };
        counter_open(due) = "Promised for {due}";
        customer_heading = "What we have promised each other";
        customer_intro(name) =
            "Hello {name}, here is everything we have agreed, where it stands now and how sure that is. The \
             page is yours: you need no account, and we see your answer at once.";
        customer_nothing(name) =
            "Hello {name}, there is no promise between us at the moment. When there is one, you find it \
             here.";
        customer_owes_nothing = "You have not promised us anything in return.";
        customer_page = "Customer’s page";
        customer_print =
            "This is a print. The page itself always shows the latest; you find it at the link we sent you.";
        customer_regards = "Kind regards,";
        customer_they(name) = "{name} promises us";
        customer_to(contact, name) = "To {contact}, {name}";
        customer_we(name) = "We promise {name}";
        exposure_now(exposure) = "({exposure} so far)";
        fan_85 = "85% by";
        fan_by(due) = "By {due}";
        fan_even = "Even chances";
        fan_heading = "How the forecast moved";
        fan_key = "Full line: even chances. Dashed: 85%. Band: from 5% to 95%.";
        fan_seen_on = "Seen on";
        fan_title(since, then, middle, sure) =
            "Forecast of the finish, as seen on each day since {since}. Then the middle was {then}; now it is \
             {middle}, and the 85% date {sure}.";
        first_due(due) = "First promised: {due}";
        given_by = "Given by";
        given_on(promisor, chance) = "{promisor}, on a forecast of {chance}.";
        given_without(promisor) = "{promisor}, without a forecast:";
        if_late = "If we are late";
        in_return = "In return";
        label_delivered = "delivered";
        label_first = "first";
        label_made = "made";
        label_offered = "offered";
        label_promised = "promised";
        label_to_offer = "to offer";
        label_today = "today";
        label_wished = "wished";
        label_wished_name = "Wished";
        likely(day) = "most likely {day}";
        line_chance(named, chance, likely) = "{named}; {chance} by then, most likely {likely}.";
        line_ended(due) = "Due {due}; it no longer stands.";
        line_kept(due, delivered) = "Promised {due}; delivered {delivered}, in time.";
        line_late(due, delivered) = "Promised {due}; delivered {delivered}, late.";
        line_likely(named, likely) = "{named}; most likely {likely}.";
        line_offered(due) = "Offered {due}";
        line_passed(named, likely) = "{named}, passed; most likely {likely}.";
        line_promised(due) = "Promised {due}";
        line_to_offer(due) = "To offer {due}";
        line_unknown(named) = "{named}; cannot forecast yet.";
        line_wished(told, day, chance) => {
            let told = told.to_string();
            let told = told.trim_end_matches('.');
            format!("{told}; wished {day}, {chance} by then.")
        };
        line_withdrawn(due) = "Promised {due}; it was not kept.";
        measure_as_promised = "As promised";
        measure_less = "Less than promised";
        measure_more = "More than promised";
        nothing_because(because) = "Nothing, because {because}";
        on_time_from(days: i32) => {
            match days {
                0 => "The due itself".to_owned(),
                1 => format!("From {days} working day before the due"),
                _ => format!("From {days} working days before the due"),
            }
        };
        on_time_window = "On-time window";
        point_by = "By when";
        point_changes = "What changes";
        point_how_sure = "How sure";
        point_kept_when = "Kept when";
        point_until = "Open until";
        point_why = "Why";
        price_of(price) = "Price: {price}.";
        proposal_name = "Proposal";
        proposal_ours(due) = "We proposed {due} and wait for the customer’s answer.";
        proposal_ours_subject = "We proposed to change what was promised and wait for the customer’s answer.";
        proposal_theirs(name, due) = "{name} asks for {due} and waits for our answer.";
        proposal_theirs_subject(name) = "{name} asks to change what was promised and waits for our answer.";
        reason_capacity = "people or time were missing";
        reason_counter_promise = "what was promised to us came late";
        reason_customer_wish = "the customer wants another date";
        reason_mistake = "it was promised in error";
        reason_priority = "another promise went first";
        reason_scope = "something else is wanted than before";
        reason_third_party = "somebody else delivered late";
        reason_work = "the work took longer than we thought";
        receipt = "Receipt";
        receipt_both(since) = "Held by both since {since}";
        receipt_fetch = "Fetch the receipt, which can be checked without us";
        receipt_ours = "Held by us only";
        receipt_unconfirmed = "Held by us; the customer has not confirmed the promise yet";
        remedy_capped(once, cap) = "{once}, at most {cap}";
        remedy_choice_credit = "Credit, once";
        remedy_choice_credit_day = "Credit a working day";
        remedy_choice_penalty = "Penalty, once";
        remedy_choice_penalty_day = "Penalty a working day";
        remedy_credit(amount) = "{amount} credit";
        remedy_credit_day(amount) = "{amount} credit a working day";
        remedy_none = "Nothing agreed";
        remedy_penalty(amount) = "{amount} penalty";
        remedy_penalty_day(amount) = "{amount} penalty a working day";
        reply_agree = "Yes, agreed";
        reply_ask_date = "Ask for another day";
        reply_confirm = "It is there";
        reply_dispute = "Something is not right";
        reply_field_date = "Which day suits you?";
        reply_field_why = "Why this day?";
        reply_field_words = "Anything to add? (optional)";
        reply_field_words_needed = "What is not right?";
        reply_met = "This is done";
        reply_no = "No";
        reply_other_date = "Another day";
        reply_recorded_no = "This was not promised";
        reply_recorded_yes = "Yes, this was promised";
        reply_release = "This is no longer needed";
        reply_send = "Send answer";
        reply_take_back = "Take the request back";
        reply_yes(due) = "Yes, {due} is fine";
        strictness_strict = "Strict date";
        strictness_target = "Target date";
        sure_by(chance, due) = "{chance} by {due}";
        vow_change(old, due) => {
            if old.to_string().is_empty() {
                format!("We propose {due}.")
            } else {
                format!("We will not make {old} and propose {due}.")
            }
        };
        vow_delivered(at, until) =
            "It was there on {at}. If you say nothing else before {until}, it counts as delivered.";
        vow_new_subject(subject) = "We propose this instead: {subject}";
        vow_offered(due) = "We offer {due}. Your yes makes it a promise.";
        vow_recorded(sentence) =
            "We found this in what was said between us: “{sentence}” Is this what we promised you?";
        vow_you_asked(asked) => {
            if asked.to_string().is_empty() {
                "You asked for a change. Our answer comes here.".to_owned()
            } else {
                format!("You asked for {asked}. Our answer comes here.")
            }
        };

    // Bringing a history, settings, as whom one acts, what went wrong.
        brought_bad(n: usize, count) => {
            if n == 1 { format!("{count} row") } else { format!("{count} rows") }
        };
        brought_doubtful(n: usize, count) => {
            if n == 1 {
                format!("{count} row says it started after it was finished; it counts without its start.")
            } else {
                format!("{count} rows say they started after they were finished; they count without their start.")
            }
        };
        brought_estimated(count) = "Both the estimate and the time spent are known of {count}.";
        brought_given_up(n: usize, count) => {
            if n == 1 {
                format!("{count} row was given up: it is neither finished nor open.")
            } else {
                format!("{count} rows were given up: they are neither finished nor open.")
            }
        };
        brought_left_out(n: usize, count) => {
            if n == 1 {
                format!("{count} row does not count: the filter of the mapping leaves it out.")
            } else {
                format!("{count} rows do not count: the filter of the mapping leaves them out.")
            }
        };
        brought_new(new, changed, unchanged) = "{new} new, {changed} changed, {unchanged} the same as before.";
        brought_rows(n: usize, rows, finished, open) => {
            if n == 1 {
                format!("{rows} piece of work: {finished} finished, {open} open.")
            } else {
                format!("{rows} pieces of work: {finished} finished, {open} open.")
            }
        };
        brought_span(from, to) = "From {from} to {to}.";
        calendar_new = "Add a calendar";
        clock_day = "To the next working day";
        clock_hour = "An hour on";
        clock_name = "The clock of the demo";
        clock_says = "In this demo it is";
        clock_week = "A week on";
        column_actual = "Time spent";
        column_created = "Created";
        column_estimate = "Estimate";
        column_finished = "Finished";
        column_id = "Number or key";
        column_kind = "Kind of work";
        column_none = "no column";
        column_person = "Person";
        column_priority = "Priority";
        column_promised = "Promised by";
        column_started = "Started";
        column_team = "Team";
        column_title = "What it is";
        columns_heading = "What do the columns mean?";
        columns_said = "This is a guess, from the names of the columns and what stands in them. Change what is wrong.";
        columns_toml = "The mapping as a file";
        columns_toml_hint = "It can say more than the fields above: which rows count, an id made of several columns, \
            what is known of teams. Keep it, and the next export is read the same way.";
        columns_toml_use = "Read the file by this mapping";
        contact_new = "Add a contact";
        country_be = "Belgium";
        country_de = "Germany";
        country_dk = "Denmark";
        country_fi = "Finland";
        country_gb = "United Kingdom (England)";
        country_nl = "Netherlands";
        country_no = "Norway";
        country_none = "none";
        country_se = "Sweden";
        day_off = "day off";
        error_no_hours = "Every day of this calendar is a day off. Give at least one weekday its hours, such as 09:00-17:00.";
        error_not_staged = "This file no longer waits here: only the four newest are kept, until handslag stops. \
            Choose it again.";
        error_too_large = "The file is larger than 64 MB, the most that is taken in at once. Split it, or compress it as .gz.";
        failed_conflict = "As things stand this is not possible";
        failed_conflict_do = "Open it again to see how it stands now, then decide.";
        failed_elsewhere = "This came from somewhere else, and nothing was changed";
        failed_form = "What was sent could not be read as a form.";
        failed_input = "Something has to change first, and nothing was stored";
        failed_input_do = "Go back one page, change what is named above and send it again.";
        failed_no_guest = "This link does not open anything now";
        failed_no_guest_do = "Open the link in the latest message you received, or ask the person who wrote to you for a new one.";
        failed_no_guest_why = "There is a newer link, or a piece of this one is missing.";
        failed_no_page = "There is no page at this address.";
        failed_nobody = "Every member of this organisation has left, so there is nobody to act as.";
        failed_nobody_do = "Ask whoever looks after handslag here to add a member.";
        failed_not_allowed = "Your role does not cover this";
        failed_not_allowed_do = "Ask a colleague whose role covers it. Nothing was changed.";
        failed_not_found = "This is not here";
        failed_not_found_do = "Check the address, or look for it starting from today’s page.";
        failed_now = "What you can do now";
        failed_number = "If it comes back, mention this number to whoever looks after handslag here:";
        failed_only_looks = "Your role here is to look. Promising and importing are done by a promisor, a manager or an admin.";
        failed_us = "handslag could not do this";
        failed_us_do = "Go back one page, check what is there, and try once more.";
        field_calendar = "Calendar";
        field_calendar_hint = "Its days and hours count in what this customer is promised.";
        field_country = "Country";
        field_country_hint = "Its public holidays go into your first calendar; you can change them in the settings.";
        field_currency = "Currency";
        field_due_known = "By when, if a date was named";
        field_email = "E-mail";
        field_email_optional = "E-mail, if you know it";
        field_exceptions = "Dates with other hours";
        field_exceptions_hint = "One to a line, such as 2026-04-30 = 08:30-12:00. With nothing after the = the date is a day off.";
        field_file = "File";
        field_file_hint = "CSV, also compressed (.gz), up to 64 MB.";
        field_first = "Goes before everything that is waiting";
        field_holidays = "Public holidays";
        field_hours = "Hours of work";
        field_language = "Language";
        field_mapping = "Mapping, if you have one";
        field_mapping_hint = "A .toml file that says what the columns mean. Without it handslag guesses, and you check the guess.";
        field_name = "Name";
        field_owner = "Who keeps it";
        field_promisor = "Who promised it";
        field_reserved = "Hours a week kept free";
        field_role = "Role";
        field_said = "In the words used, such as “end of March”";
        field_sentence = "The sentence in which it was promised";
        field_sentence_hint = "Word for word, from the mail or as you remember it.";
        absence_said(people, from, until) = "{people} away from {from} to {until}";
        absence_new = "Somebody is away";
        absence_note = "Note it";
        absence_cancel = "Take back";
        field_absence_from = "First day";
        field_absence_until = "Last day";
        field_absence_people = "How many people";
        field_discipline = "Takes up";
        discipline_dispatch = "what is ready";
        discipline_strict_priority = "strictly in order";
        discipline_wip_limit = "with a WIP limit";
        field_slots = "How many at a time";
        field_source_name = "Name of this source";
        field_subject = "What is promised";
        field_subject_hint = "One sentence the customer would write.";
        field_unit = "Estimate and time spent are in";
        field_zone = "Time zone";
        days_between(first, last) = "{first} to {last}";
        hours_days(days) = "By its records it works {days}; they tell no hours, so 09:00–17:00 is taken.";
        hours_told(days, window) => {
            let window = window.to_string().replace('-', "–");
            format!("By its records it works {days}, {window}.")
        };
        import_heading = "Bring your history";
        import_known = "What is known already";
        import_look = "See what it would bring";
        import_nothing_stored = "Nothing is stored yet.";
        import_said = "An export of your tracker, one row for each piece of work, finished or open. With 20 finished pieces \
            the first honest date appears; with 60 we can show how good it is.";
        key_keys = "This list";
        key_search = "Search";
        keys = "Keys";
        liberation_every = "day off every year";
        liberation_fifth = "day off every fifth year (2025, 2030 …)";
        liberation_never = "worked every year";
        look_bad = "What cannot be taken in";
        look_heading = "What this file brings";
        look_line = "Line";
        look_other_columns = "Change what the columns mean";
        look_rejects = "Download them to put them right";
        look_skip = "Leave out the rows that cannot be taken in.";
        look_take = "Take it in";
        look_take_all = "Take everything in";
        look_take_good = "Take in the other rows";
        look_teams_note = "as they are known with this file";
        look_wrong = "What is wrong";
        me_as = "You act as";
        me_heading = "As whom you act";
        member_new = "Add a member";
        policy_offer_at = "Offer dates at a chance of (%)";
        policy_on_plan = "On plan from a chance of (%)";
        policy_watch = "Watch from a chance of (%), off plan below it";
        role_admin = "admin (everything, also the settings)";
        role_manager = "manager (promises, also below the policy)";
        role_promisor = "promisor (makes promises)";
        role_viewer = "viewer (looks only)";
        settings_calendars = "Calendars";
        settings_calendars_note = "When people work. What has been promised keeps its date when a calendar changes.";
        settings_figures = "Figures about single members";
        settings_figures_label = "Show others figures about a single member";
        settings_figures_note = "How many of a member's promises were kept, and the like. Members always see their own; others only where this is switched on. A works council may have a say in it.";
        settings_figures_off = "Off: figures about a member are for that member alone.";
        settings_figures_on = "On: figures about a member can be seen by others.";
        settings_figures_reason = "Why, and on what agreement it rests";
        settings_figures_wanted = "Give the reason, such as the agreement with the works council.";
        settings_second = "A second step for everybody";
        settings_second_label = "Everybody who signs in with a password needs a code as well";
        settings_second_note = "Besides the password, a code from an app.";
        settings_second_off = "Off: each member decides for themselves.";
        settings_second_on = "On: whoever signs in with a password and has no code yet sets it up first.";
        settings_audit = "What was done";
        settings_audit_note = "Every change, and everything that took personal data out: who, when, by which way.";
        settings_audit_take = "Take the audit log out (JSON lines)";
        settings_members = "Members";
        settings_members_note = "Who is here, and who may do what.";
        settings_no_teams = "No team is known yet; teams come with the work you bring.";
        settings_policy = "How we offer and watch promises";
        settings_policy_note = "Below the first chance an offer needs a reason and a name.";
        settings_read_only = "Only an admin can change the settings; everyone can look at them.";
        settings_teams = "Teams";
        settings_teams_note = "Whose hours, how much at a time, and what is kept free so that it is never sold twice.";
        switch_bridge_days = "A single day between a holiday and a weekend is a day off";
        switch_eves = "The eves that are customary are days off, such as Christmas Eve (Sweden, Denmark)";
        switch_good_friday = "Good Friday is a day off (Netherlands)";
        switch_liberation = "5 May, Liberation Day (Netherlands)";
        team_by_cycle = "Its pace is told by the working time from start to finish.";
        team_by_effort(share) = "Its pace is told by hours of work; {share} of its time goes to recorded work.";
        team_by_lead = "Its pace is told by the working time from creation to finish, as no start is recorded.";
        team_habit(first, choices, discipline) = "In {first} of {choices} starts while something else waited, it took the first in line: best described as “{discipline}”.";
        team_counts(finished, open) = "{finished} finished, {open} open.";
        team_no_limit = "no limit known";
        team_slots_inferred(slots) = "{slots} (from history)";
        thing_account = "customer";
        thing_calendar = "calendar";
        thing_contact = "contact";
        thing_member = "member";
        thing_promise = "promise";
        unit_days = "days of 8 hours";
        unit_hours = "hours";
        unit_minutes = "minutes";
        version = "version";
        wanted_hours = "Hours of work: a number above 0 and up to 100,000, such as 7.5.";
        wanted_percent = "Each of the three chances is a whole number from 1 to 99, such as 85.";
        wanted_reserved = "Hours a week kept free: a number from 0 to 10,000, such as 12.5; left empty, history tells.";
        wanted_discipline = "How the team takes up work: one of the choices.";
        wanted_slots = "How many at a time: a whole number from 1, such as 3; left empty, history tells.";
        welcome_begin = "Begin";
        welcome_heading = "Who gives promises here?";
        welcome_name = "Name of your company, as customers know it";
        welcome_said = "handslag helps you give promises you can keep. It needs to know a few things once; all of \
        it stays on this machine. You become the first member, with the role of admin.";
        welcome_you = "Your name";

    // Who comes in: invitations, signing in, the second step, sessions, tokens.
    access_again = "That password was not right; nothing was changed.";
    access_code_wrong = "That code is not right, or was used before. Take the newest one.";
    access_common = "That password is one that others try first. Choose another one.";
    access_last_admin = "There must be an admin left who can sign in. Make somebody else an admin first.";
    access_long(most) = "A password has at most {most} characters.";
    access_no_second = "There is no second step to change: it is off.";
    access_only_way_in = "This is your only way in. Have an admin make you a link to choose a password first.";
    access_over = "That took too long, or too many codes were wrong. Begin again with your password.";
    access_personal = "That password is your own name, your address or your company’s. Choose another one.";
    access_scope(most) = "A token of yours goes no further than your role: {most}.";
    access_second_demanded = "Your organisation asks for the second step. Set up another app in its place.";
    access_short(least) = "A password has at least {least} characters; a short sentence is easiest to remember.";
    access_sign_in_again = "For this you must have signed in within the last ten minutes. Sign out, sign in again, \
        then do it here.";
    access_taken = "Somebody signs in with that address already. Choose another one.";
    access_wait(minutes) = "Too many tries. Wait {minutes} and try again; from a browser you have signed in with before you need not \
        wait.";
    access_wrong = "Address and password do not belong together. Look at both and try again.";
    cancel = "Cancel";
    failed_elsewhere_do = "Open handslag under its own address and do it there.";
    failed_elsewhere_why = "handslag takes forms from its own pages only, under its own name. This request came from another site, \
        or named another machine.";
    failed_link = "This link works no more";
    failed_link_do = "Ask an admin of your company for a new one. At the very first start handslag prints a new one whenever \
        it is started.";
    failed_link_why = "It was used before, is too old, or a piece of it is missing.";
    failed_not_signed_in = "Nobody is signed in here, or the sign-in ran out.";
    failed_not_signed_in_do = "Sign in, go back one page and send it again. Nothing was changed.";
    field_code = "Code";
    field_code_hint = "Six digits from your app, or one of your recovery codes";
    field_login = "Your mail address";
    field_new_password = "New password";
    field_new_password_hint = "At least 12 characters; a short sentence is easiest to remember";
    field_password = "Password";
    field_password_now = "Present password";
    flow_again = "Begin again";
    flow_again_join = "Back to the invitation";
    flow_again_me = "Back to your own page";
    flow_over = "This sign-in is over";
    flow_over_do = "Begin again in this browser, and finish within ten minutes.";
    flow_over_why = "It was begun in another browser or tab, took more than ten minutes, or was finished before. \
        Nothing was changed.";
    identities_heading = "Accounts you sign in with";
    identities_need_password = "To link another account you prove your password, and you have none. An admin can make \
        you a link to choose one.";
    identities_none = "None is linked yet.";
    identities_note = "Your company’s own account signs you in here too, without another password.";
    identity_link = "Link an account";
    identity_provider = "Account";
    identity_since = "Linked since";
    identity_unlink = "Unlink";
    identity_unlink_one(provider) = "Unlink {provider}";
    join_begin = "Sign in and begin";
    join_heading(organisation) = "You are invited by {organisation}";
    join_reset_heading = "Choose a new password";
    join_reset_said(name) = "For {name}. Wherever you were signed in, you are signed out.";
    join_said(name) = "You will act as {name}. Choose how you sign in from now on; this page works once.";
    me_heading_signed_in = "You";
    me_no_password = "You have no password. An admin can make you a link to choose one.";
    me_open_house = "This is a trial on this machine: whoever sits here can act as any member. What you do is kept under the \
        name you choose here.";
    me_password = "Your password";
    me_password_do = "Change the password";
    me_password_note = "Wherever else you are signed in, you are signed out.";
    me_signed_in_as(login) = "You sign in as {login}.";
    me_signed_in_by(provider) = "You sign in with {provider}.";
    member_access = "Sign-in";
    member_access_both = "with a password or a linked account";
    member_access_invited(day) = "invited, until {day}";
    member_access_linked = "with a linked account";
    member_access_none = "cannot sign in yet";
    member_access_one = "with a password";
    member_access_two = "with a password and a code";
    member_change(name) = "Change {name}";
    member_invite = "Make a link to join";
    member_leave = "Has left";
    member_leave_sure = "Signed out everywhere at once, tokens end, what they did stays on record.";
    member_lift = "Remove their second step";
    member_lift_sure = "For whoever lost both phone and recovery codes. The password stays as it is.";
    member_reset = "Make a link for a new password";
    member_sign_out = "Sign out everywhere";
    member_sign_out_sure = "At once, in every browser. They can sign in again; tokens go on.";
    members_tokens = "Tokens of everybody";
    minutes_count(n: u64) => { if n == 1 { "a minute".to_owned() } else { format!("{n} minutes") } };
    once_back = "I have kept it";
    once_codes = "Your recovery codes";
    once_codes_said = "Each of them signs you in once when you do not have your app at hand. Print them, or keep them in your \
        password manager; they are not shown again.";
    once_link(name) = "A link for {name}";
    once_link_said(day) = "Send it to them by a way you trust. It works once, until {day}, and is not shown again.";
    once_token = "Your new token";
    once_token_said = "Put it where the program keeps its secrets; it is not shown again.";
    onwards_go(provider) = "Go on to {provider}";
    onwards_heading(provider) = "On to {provider}";
    onwards_said(provider) = "{provider} asks who you are and sends you back here. If nothing happens, go on yourself.";
    provider_broken(provider) = "{provider} did not answer as it should";
    provider_broken_do = "Try again in a minute, or sign in with your password. If it stays so, tell whoever runs \
        handslag: the log of the server says why.";
    provider_broken_why = "Nobody was let in. It is nothing that you did.";
    provider_join(provider) = "Begin with {provider}";
    provider_join_said = "Or do without another password, and sign in with an account you have:";
    provider_refused(provider) = "{provider} did not let you in";
    provider_refused_do(provider) = "Try again. If you did not stop it yourself, ask whoever looks after {provider} \
        at your company whether your account may use handslag.";
    provider_refused_why = "You stopped there, or your account may not use handslag. Nothing was changed.";
    provider_sign_in(provider) = "Sign in with {provider}";
    provider_taken(provider) = "This account of {provider} is linked already";
    provider_taken_do = "Use another account, or unlink this one first where it is linked.";
    provider_taken_why = "It signs in another member, and an account signs in one member only. Nothing was changed.";
    provider_unknown = "Nobody here is linked with this account";
    provider_unknown_do(provider) = "Sign in with your password and link {provider} on your own page. If you are new \
        here, ask an admin of your company for an invitation.";
    provider_unknown_why(provider) = "{provider} says who you are, but not which member that is; the same address is \
        not enough.";
    provider_weak(provider) = "{provider} says nothing of a second step";
    provider_weak_do(provider) = "Set up a second step for your account of {provider} and sign in again. If you have one, \
        ask whoever looks after {provider} at your company.";
    provider_weak_why(provider) = "Here, whoever signs in with {provider} needs one. Nothing was changed.";
    scope_draft = "draft (writes drafts, never promises)";
    scope_promise = "promise (everything your role does)";
    scope_read = "read (looks only)";
    second_app = "Point your authenticator app at this square, or type the key below it.";
    second_begin = "Add a code from an app";
    second_by_provider = "You have no password to protect. The account you sign in with asks for a second step of its \
        own.";
    second_confirm = "Switch it on";
    second_demanded = "Your organisation asks everybody who signs in with a password for a code from an app as well. \
        Set it up here; everything else waits until then.";
    second_heading = "A second step when you sign in";
    second_key = "Key";
    second_kept = "Your organisation asks for it, so it stays on.";
    second_new_codes = "Make new recovery codes";
    second_off = "Off: your password alone signs you in. A code from an app keeps others out who know it.";
    second_on = "On: besides your password you are asked for a code from your app.";
    second_remove = "Switch it off";
    second_replace = "Use another app or phone";
    session_end = "Sign out there";
    session_here = "this browser";
    session_seen = "Last seen";
    session_where = "Where";
    sessions_end_others = "Sign out elsewhere";
    sessions_everywhere_else = "Everywhere but here";
    sessions_heading = "Where you are signed in";
    sign_in_code_heading = "Your code";
    sign_in_customer = "You were sent a link to a promise? Open it from the mail: customers need no password here.";
    sign_in_do = "Sign in";
    sign_in_heading = "Sign in";
    sign_in_lost = "Lost your password? An admin of your company makes you a link for a new one.";
    sign_in_no_one = "Nobody can sign in here yet: open the link that handslag printed when it was started.";
    sign_out = "Sign out";
    token_days = "Days it lives";
    token_ends = "Until";
    token_make = "Make a token";
    token_name = "What it is for";
    token_revoke = "Revoke";
    token_scope = "How far it goes";
    token_used = "Last used";
    token_used_never = "never";
    token_whose = "Whose";
    tokens_heading = "Tokens for programs";
    tokens_none = "There is none.";
    tokens_note = "A program acts as you, no further than its token goes: one that drafts can never promise.";
    wanted_known(field) = "{field}: choose one of the list.";
    wanted_token_days = "Days: a whole number from 1 to 366.";

    // What a yes costs: the menu of a quote, its settings, and sentences to send.
    and_more_names(a, b, count) = "{a}, {b} and {count} more";
    and_two(a, b) = "{a} and {b}";
    cost_hired(money, hours) = "{money} for {hours} hired hours";
    cost_hired_hour = "A hired hour";
    cost_hour = "An hour of work";
    cost_loss_breach = "A missed date, where the promise says nothing";
    cost_loss_day = "A working day late, where the promise says nothing";
    cost_others(money, who) = "{money} because it gets later for {who}";
    cost_others_gain(money) = "{money} because it gets earlier for others";
    cost_overtime(money) = "{money} for overtime";
    cost_overtime_hours = "Overtime a week, in hours";
    cost_overtime_percent = "An hour of overtime, in % of an ordinary one";
    cost_own(money) = "{money} for our own chance of being late";
    could_input(due) = "If the customer does its part at once, it is {due}.";
    could_part(pieces, of, due, rest) =
        "By {due} {pieces} of the {of} can be there, the rest by {rest}; neither has an extra price.";
    could_part_do(pieces) = "Work out the first {pieces}";
    could_talk = "What would help: a smaller first part, or their own part sooner.";
    field_loss_breach = "Missing it costs us, once";
    field_loss_day = "A working day late costs us";
    field_movable = "The customer has agreed that it may be moved";
    input_counts(own, usual) =
        "Of the promises that it touches, {own} say what their lateness costs; {usual} count at the amounts for all others.";
    input_hired(money) = "A hired hour: {money}.";
    input_hired_none = "Hired hands have no price here, so none are tried.";
    input_left_out(promises) = "Left out of the sum, as they are in another currency: {promises}.";
    input_loss(day, breach) = "Lateness on which a promise says nothing: {day} a working day and {breach} once.";
    input_loss_none = "Lateness on which a promise says nothing counts for nothing.";
    input_not =
        "Not counted: that a customer might leave, and what other customers might have paid for these hours.";
    input_set = "Set what a yes costs";
    input_team(team, money, percent, hours) =
        "{team}: an hour costs {money}, overtime {percent} of that, at most {hours} hours of it a week.";
    input_trials(trials) = "Each date was played {trials} times; no price is told more exactly than that allows.";
    menu_heading = "Yes, and this is what it costs";
    menu_inputs = "What these prices rest on";
    menu_makes_wish = "This makes the date they asked for.";
    menu_moves(subject, account, day) = "{subject} ({account}) may be moved: agree {day} with them.";
    menu_no_costs =
        "Nobody has said yet what an hour or a late day costs. Until then only what was agreed with customers counts.";
    menu_only_free = "No earlier date is to be had, neither by moving work nor by paying for more hands.";
    menu_price = "Extra price";
    menu_show = "What would an earlier date cost?";
    menu_wish_nearest(wished, nearest) =
        "Neither moving work nor paying for more hands makes {wished}; the nearest date is {nearest}.";
    move_stake = "Say what its lateness costs us";
    settings_costs = "What a yes costs";
    settings_costs_note = "From this the price of an earlier date is worked out. Customers never see it.";
    settings_costs_read_only = "Managers and admins can change this.";
    stake_hint =
        "For the price of other yeses. The customer does not see this; what was agreed with them counts besides.";
    wanted_cost = "an amount such as 75 or 82.50";
    wanted_absence = "a first day, a last one not before it nor before today and within three years, and 1 to 1,000 people";
    wanted_overtime_hours = "hours a week such as 8, at most 10,000";
    wanted_overtime_percent = "a whole number from 100 to 1000";
    way_before(subject, account) = "Goes before {subject} ({account}).";
    way_hired = "Done by hired hands, outside the queue.";
    way_last = "Behind everything that waits.";
    way_overtime(hours, team, until) = "{team} works {hours} hours of overtime up to {until}.";
    work_loss(day, breach) =
        "Its lateness costs us {day} a working day and {breach} once. The customer does not see this.";
    work_movable = "The customer has agreed that it may be moved.";
    yes_because_ahead = "because other work then has to wait";
    yes_because_hired = "because we bring in extra people for it";
    yes_because_overtime = "because our people then work overtime for it";
    yes_costs(due, price, because) = "Yes. It can be done by {due}; it then costs {price} more, {because}.";
    yes_free(due) = "Yes. It can be done by {due}, at no extra price.";
    yes_heading = "Ready to send";
    yes_part(pieces, of, due, rest) =
        "Yes. {pieces} of the {of} are there by {due} and the rest by {rest}, at no extra price.";
}
