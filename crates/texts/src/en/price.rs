//! What a yes costs: the menu of a quote, its settings, and sentences to send.

declare! {
    /// What a yes costs: the menu of a quote, its settings, and sentences to send.
    Price: Sync;

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
