//! Bringing a history, settings, as whom one acts, what went wrong.

declare! {
    /// Bringing a history, settings, as whom one acts, what went wrong.
    Setting: Sync;

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
    failed_only_managers = "This is for a manager or an admin to say.";
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
}
