//! The customer's page, counter-promises, the promise line and the fan.

declare! {
    /// The customer's page, counter-promises, the promise line and the fan.
    Customer: Sync;

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
}
