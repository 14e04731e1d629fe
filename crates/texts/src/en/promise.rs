//! A promise: its page, its moves, its history, its states.

declare! {
    /// A promise: its page, its moves, its history, its states.
    Promise: Sync;

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
}
