//! Can we promise? The question, its answer, the offer, and what is wrong with either.

declare! {
    /// Can we promise? The question, its answer, the offer, and what is wrong with either.
    Quote: Sync;

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
}
