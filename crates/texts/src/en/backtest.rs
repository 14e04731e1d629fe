//! Would it have held? The words of the page that replays an organisation's own past.

declare! {
    /// The texts of the replay of an organisation's own past.
    Backtest: Sync;

    backtest_again = "Look again";
    backtest_all_alike = "everything alike";
    backtest_and(some, last) = "{some} and {last}";
    backtest_axis_held = "What held";
    backtest_axis_said = "What we said";
    backtest_backwards(n: usize, count) => {
        if n == 1 {
            format!("{count} row ends before it begins and is left out.")
        } else {
            format!("{count} rows end before they begin and are left out.")
        }
    };
    backtest_between = "Between";
    backtest_between_of(low, high) = "{low} to {high}";
    backtest_beside = "Beside plainer ways";
    backtest_beside_held(level, percent) = "What it calls {level} sure held {percent} of the time.";
    backtest_beside_less(way, percent) =
        "The best of the plainer ways here goes by {way}: it was {percent} further off than we were.";
    backtest_beside_more(way, percent) = "A plainer way was better here: {way}. We were {percent} further off.";
    backtest_beside_note = "on the same work";
    backtest_beside_read =
        "Multiple: how far our answers were off at this level, measured against the other way. Below 1 we were nearer.";
    backtest_beside_same(way) = "A plainer way was as good as we were here: {way}.";
    backtest_bold = "That is fewer than we said: we are too bold.";
    backtest_bold_at(levels) = "At {levels} fewer held than we said: there we are too bold.";
    backtest_careful = "That is more than we said: we are too careful, and could have said sooner.";
    backtest_careful_at(levels) = "At {levels} more held than we said: there we are too careful.";
    backtest_chosen(level) = "what we called {level} sure";
    backtest_drift = "When it did not hold";
    backtest_drift_long(when, percent, of, low, high) =
        "{when} more held than we said: {percent} of {of}, between {low} and {high}.";
    backtest_drift_none(level, what) =
        "At no time did {what} we called {level} sure hold clearly less often than we said, or more often.";
    backtest_drift_older(n: usize, count) => {
        if n == 1 {
            format!("{count} earlier stretch of time is not shown.")
        } else {
            format!("{count} earlier stretches of time are not shown.")
        }
    };
    backtest_drift_short(when, percent, of, low, high) =
        "{when} fewer held than we said: {percent} of {of}, between {low} and {high}.";
    backtest_error = "Off by";
    backtest_error_best = "least";
    backtest_error_hardly = "hardly more";
    backtest_error_more(percent) = "{percent} more";
    backtest_few(level, held, of, least) =
        "Of what we would have called {level} sure, {held} of {of} held. That is too little for a percentage or a drawing; \
        from {least} on there is one.";
    backtest_few_none(level, least) =
        "Nothing that we would have called {level} sure can be checked yet. From {least} cases on this page shows how many \
        held.";
    backtest_from_to(from, to) = "From {from} to {to}";
    backtest_given = "Dates really given";
    backtest_given_ahead = "Days ahead";
    backtest_given_could(level) = "as {level} could have been";
    backtest_given_early(days) = "Over {days} days early";
    backtest_given_even(sooner, later, level) =
        "At {level} the dates would have been about the same on average: anything from {sooner} days sooner to {later} days later fits what came.";
    backtest_given_kept(given, could) =
        "Of the dates that were given {given} were kept; of the others {could} would have been.";
    backtest_given_late = "Days late on average";
    backtest_given_later(days, low, high, level) =
        "At {level} the dates would have had to be {days} days later on average, between {low} and {high}.";
    backtest_given_note = "beside those that could have been";
    backtest_given_sooner(days, low, high, level) =
        "At {level} the dates could have been {days} days sooner on average, between {low} and {high}.";
    backtest_given_window = "in time";
    backtest_given_window_late = "late";
    backtest_given_was = "as they were given";
    backtest_going(percent) =
        "Your past is being replayed, case by case, each from what was known then. {percent} is done; this page shows the \
        outcome when all of it is.";
    backtest_group = "Group";
    backtest_groups_bold(names) = "Fewer held than we said: {names}.";
    backtest_groups_careful(names) = "More held than we said: {names}.";
    backtest_groups_good(count) = "In all {count} as many held as we said, give or take chance.";
    backtest_groups_more(count) = "In the figures only: {count} more.";
    backtest_groups_small(n: usize, count, least) => {
        if n == 1 {
            format!("{count} with fewer than {least} cases is left out.")
        } else {
            format!("{count} with fewer than {least} cases are left out.")
        }
    };
    backtest_half_life(days) = "what lies {days} days back counts half";
    backtest_head(what, level, held) = "Of 100 {what} we called {level} sure, {held} would have held";
    backtest_held = "Held";
    backtest_honest = "That is as many as we said, give or take chance.";
    backtest_horizon = "By how far ahead";
    backtest_horizon_beyond(days) = "over {days} days";
    backtest_horizon_from(from, to) = "{from} to {to} days";
    backtest_horizon_until(days) = "up to {days} days";
    backtest_kind = "By kind of work";
    backtest_kind_alike = "the kind of work";
    backtest_level = "What we said";
    backtest_levels = "How sure is sure?";
    backtest_levels_caption =
        "On the dashed line as many hold as we said. A bar shows where the true share lies, 95 times in 100.";
    backtest_levels_good = "At every level as many held as we said, give or take chance.";
    backtest_levels_note = "four levels of chance";
    backtest_levels_of(level, percent) = "{level} said, {percent} held";
    backtest_matter_effort = "How much work it is";
    backtest_matter_elapsed = "How long until it is done";
    backtest_matter_promise = "Promises that were made";
    backtest_matter_remaining = "How much longer open work takes";
    backtest_matters = "What is replayed";
    backtest_model = "What it goes by";
    backtest_model_best(way) = "In the end it went by {way}: of all that was tried, that said best what came.";
    backtest_model_read =
        "What is replayed here knows how long things took. Can we promise? also counts what waits in the queues at that moment.";
    backtest_model_note = "chosen by what came";
    backtest_month = "By month";
    backtest_month_name = "Month";
    backtest_month_note(level) = "in which a date was given, at {level}";
    backtest_months_of(count) = "The last {count} months are drawn.";
    backtest_multiple = "Multiple";
    backtest_none =
        "Once finished work is read in, this page shows how often the dates that we would have given for it held.";
    backtest_none_promises =
        "Once promises were kept or broken, this page shows how the dates that were given compare with those that could have been.";
    backtest_not_promised = "Not promised";
    backtest_of(held, of) = "{held} of {of}";
    backtest_older(most, all) = "Only the {most} most recent of {all} cases are replayed.";
    backtest_open = "Still open";
    backtest_open_said(level, percent) = "{percent} are still open, and their {level} date has not passed.";
    backtest_over_effort(count, from, to) =
        "{count} finished or open pieces of your work, {from} to {to}, each with the hours that we would have said then, from what was known then.";
    backtest_over_elapsed(count, from, to) =
        "{count} finished or open pieces of your work, {from} to {to}, each with the date that we would have given then, from what was known then.";
    backtest_over_promise(count, from, to) =
        "{count} promises, {from} to {to}, each with the date that could have been given then, from what was known then.";
    backtest_over_remaining(count, from, to) =
        "{count} finished or open pieces of your work, {from} to {to}, each looked at once a week while it was open, from what was known then.";
    backtest_person_alike = "the person";
    backtest_refused_said(level, percent) =
        "For {percent} we would have named no {level} date, because nothing told enough.";
    backtest_said(held, of, percent, low, high) = "{held} of {of} held: {percent}, between {low} and {high}.";
    backtest_share = "Share";
    backtest_since(from) = "Since {from}";
    backtest_size_alike = "the size";
    backtest_spread = "Where the end fell";
    backtest_spread_early = "More than expected was done early: things are done sooner than we say.";
    backtest_spread_ends = "More than expected was done very early or very late: we are surer than we should be.";
    backtest_spread_even = "The ends fall evenly, as they do where chances mean what they say.";
    backtest_spread_expected =
        "Dashed: where every bar would end if our chances meant exactly what they say.";
    backtest_spread_first = "earlier";
    backtest_spread_last = "later";
    backtest_spread_late = "More than expected was done late: things take longer than we say.";
    backtest_spread_middle = "More than expected was done in the middle of what we thought likely: we are too careful.";
    backtest_spread_note = "from the earliest to the latest we thought likely";
    backtest_spread_tenth = "Tenth of what we thought likely";
    backtest_spread_title(shares) = "Share of ends in each tenth of what was thought likely, the earliest first: {shares}.";
    backtest_team = "By team";
    backtest_team_alike = "the team";
    backtest_too_young(n: usize, count) => {
        if n == 1 {
            format!("{count} more is too recent to judge.")
        } else {
            format!("{count} more are too recent to judge.")
        }
    };
    backtest_title = "Would it have held?";
    backtest_customer_alike = "the customer";
    backtest_customer = "By customer";
    backtest_weekly =
        "A piece of work counts once for each week that it was open, so the bounds are somewhat too narrow.";
    backtest_way = "Way";
    backtest_way_closed = "what finished work took, open work left out";
    backtest_way_given = "the date that was really given";
    backtest_way_given_hours = "the estimate as it stood";
    backtest_way_mean = "the estimate times the average overrun";
    backtest_way_throughput = "how much was finished in the last 90 days";
    backtest_way_held(level) = "Its {level} held";
    backtest_what_dates = "dates";
    backtest_what_hours = "estimates";
    wanted_matter = "elapsed, remaining, effort or promise";
    field_question = "What is replayed";
}
