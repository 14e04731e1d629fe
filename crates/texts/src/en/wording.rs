//! What do you write to the customer? The words of the page that reads a letter.

declare! {
    /// The texts of the page that reads a letter.
    Wording: Sync;

    nav_wording = "Write";
    wording_asked = "We ask the customer";
    wording_asked_hint =
        "What is ticked and has a date is written down as what they do in return, with the promise you record.";
    wording_asked_undated = "No date yet: name one, and it can be written down.";
    wording_best(day) = "The best date that can be named: {day}.";
    wording_by(day) = "by {day}";
    wording_can_we = "Can we promise it?";
    wording_chance(day, chance) = "By {day}: {chance} chance.";
    wording_clear = "Nothing here needs other words.";
    wording_cost = "What a yes costs the others";
    wording_due(day) = "By {day}.";
    wording_empty = "What cannot be kept is marked while you type: a time that is no time, a no without a way out, a claim \
        without ground. Beside each promise stands its chance, and the date that holds.";
    wording_choose = "Choose the customer: it is not told by the text to whom this is promised.";
    wording_file = "A mail (.eml), a page or a document";
    wording_file_open = "Open it";
    wording_file_unread(most) = "This file cannot be read. Bring a mail as .eml, a page as .html, a document as .docx, or plain text, of \
        at most {most} MB.";
    wording_for(kind, team) = "Reckoned for “{kind}” by {team}.";
    wording_for_team(team) = "Reckoned for work by {team}.";
    wording_found(n: usize, count) => {
        if n == 1 {
            format!("{count} thing to look at")
        } else {
            format!("{count} things to look at")
        }
    };
    wording_for_account(account) = "For {account}.";
    wording_holds(day, chance) = "Can be promised: by {day}, {chance} chance.";
    wording_look = "Look it through";
    wording_mail_from(who, when) = "From {who}, {when}.";
    wording_no_date = "A promise without a date.";
    wording_no_language = "This does not read as Dutch, Swedish or English, so nothing can be said of it.";
    wording_number(number) = "promise {number}";
    wording_on(day) = "on {day}";
    wording_passed(day) = "{day} has passed.";
    wording_passed_on = "Promised by somebody else";
    wording_passed_on_hint = "It is not ours to keep. Say what we do when it comes later.";
    wording_record = "Record this promise";
    wording_recorded = "Recorded.";
    wording_stands = "Already recorded as";
    wording_take(words) = "Write “{words}”";
    wording_text = "Your text";
    wording_text_hint =
        "Type it, paste it, or drop a mail (.eml) on it. It is read here, and nothing of it is kept or sent anywhere.";
    wording_they_ask = "The customer asks";
    wording_they_promise = "The customer promises";
    wording_title = "What do you write to the customer?";
    wording_too_long(most) = "That is too long to look through at once: at most {most} characters. Bring it in parts.";
    wording_vague = "A promise with a time that is none.";
    wording_work = "What it is about";
    wording_told = "As the text says";
    wording_writer = "Written by";
    wording_writer_account = "the customer";
    wording_writer_us = "us";
    wording_yes = "See what a yes would cost";
}
