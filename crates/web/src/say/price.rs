//! What a yes costs, in words: a row of the menu for members, and sentences that one can send to the customer, in which
//! no other customer is named.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use promise::money::Money;
use promise::party::Overtime;
use service::price::{Cost, Could, Inputs, LeftOut, Menu, Part, Row, Spot, Touched, Way};
use texts::Lang;

use super::Voice;

/// Names of others that stand in a sentence; the rest are counted.
const NAMED: usize = 2;
/// Falls of a chance that are spoken of, in thousandths.
const FALL_PERMILLE: u16 = 30;

/// The sentence for a row in each language, ready to send.
pub fn ready_sentences(row: &Row, zone: &TimeZone, now: Timestamp) -> Vec<(Lang, String)> {
    let say = |lang: Lang| (lang, Voice { lang, zone: zone.clone(), now }.yes(row));
    Lang::ALL.map(say).into()
}

/// The sentence for a first part in each language, ready to send.
pub fn ready_part(part: &Part, zone: &TimeZone, now: Timestamp) -> Vec<(Lang, String)> {
    let say = |lang: Lang| (lang, Voice { lang, zone: zone.clone(), now }.yes_in_part(part));
    Lang::ALL.map(say).into()
}

/// What a row does and costs, in English sentences, for a terminal.
pub fn row_said(row: &Row, zone: &TimeZone, now: Timestamp) -> Vec<String> {
    Voice { lang: Lang::En, zone: zone.clone(), now }.row_said(row)
}

/// What went into the prices of a menu, in English sentences, for a terminal.
pub fn inputs_said(menu: &Menu, zone: &TimeZone, now: Timestamp) -> Vec<String> {
    Voice { lang: Lang::En, zone: zone.clone(), now }.inputs_said(&menu.inputs)
}

/// How the wished date stands to a menu, in English sentences, for a terminal.
pub fn wish_said(menu: &Menu, zone: &TimeZone, now: Timestamp) -> Vec<String> {
    Voice { lang: Lang::En, zone: zone.clone(), now }.wish_said(menu)
}

impl Voice {
    /// What a row does, what its price is made of, and whom it touches.
    pub(crate) fn row_said(&self, row: &Row) -> Vec<String> {
        let t = self.t();
        let mut said = self.way(&row.way);
        let costs: Vec<String> = row.costs.iter().map(|cost| self.cost(cost, row)).collect();
        if row.price.minor > 0 && !costs.is_empty() {
            said.push(format!("{}.", costs.join(", ")));
        }
        let moved = row.touched.iter().filter_map(|touched| {
            let day = self.day(touched.moves_to?);
            Some(t.menu_moves(&touched.subject, &touched.account_name, &day))
        });
        said.extend(moved);
        said.push(self.falls(row));
        said
    }

    fn way(&self, way: &Way) -> Vec<String> {
        let t = self.t();
        let mut said = vec![match &way.spot {
            Spot::Last => t.way_last().to_owned(),
            Spot::First => t.date_first().to_owned(),
            Spot::Before { subject, account_name, .. } => t.way_before(subject, account_name),
            Spot::Hired => t.way_hired().to_owned(),
        }];
        said.extend(way.overtime.iter().map(|overtime| self.overtime(overtime)));
        said
    }

    /// Overtime that was or would be bought.
    pub(crate) fn overtime(&self, overtime: &Overtime) -> String {
        let weeks = overtime.until.duration_since(overtime.from).as_hours() / (24 * 7);
        let hours = i64::from(overtime.minutes_a_week) * weeks / 60;
        let until = self.day(overtime.until);
        self.t().way_overtime(&self.lang.number(hours), &overtime.team, &until)
    }

    fn cost(&self, cost: &Cost, row: &Row) -> String {
        let t = self.t();
        let money = self.money(cost.money());
        match cost {
            Cost::Overtime { .. } => t.cost_overtime(&money),
            Cost::Hired { minutes, .. } => t.cost_hired(&money, &self.hours(*minutes)),
            Cost::Others { money: sum } if sum.minor < 0 => t.cost_others_gain(&money),
            Cost::Others { .. } => t.cost_others(&money, &self.losers(&row.touched)),
            Cost::Own { .. } => t.cost_own(&money),
        }
    }

    fn hours(&self, minutes: u64) -> String {
        self.lang.number(i64::try_from(minutes.div_ceil(60)).unwrap_or(i64::MAX))
    }

    /// Whose promises lose money, the most first.
    fn losers(&self, touched: &[Touched]) -> String {
        let t = self.t();
        let losing = touched.iter().filter(|touched| touched.loss.is_some_and(|loss| loss > 0));
        let mut names: Vec<&str> = Vec::new();
        for touched in losing {
            if !names.contains(&touched.account_name.as_str()) {
                names.push(&touched.account_name);
            }
        }
        match names.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [one, two] => t.and_two(one, two),
            [one, two, ..] => t.and_more_names(one, two, &self.lang.count(names.len() - NAMED)),
        }
    }

    /// Whose chance falls, the one that falls lowest by name.
    fn falls(&self, row: &Row) -> String {
        let t = self.t();
        let falls = |touched: &&Touched| {
            let least = touched.after.permille() + FALL_PERMILLE;
            touched.before.permille() >= least && touched.moves_to.is_none()
        };
        let touched: Vec<&Touched> = row.touched.iter().filter(falls).collect();
        let Some(worst) = touched.iter().min_by_key(|touched| touched.after) else {
            return t.date_touches_nobody().to_owned();
        };
        let (before, after) = (self.chance(worst.before), self.chance(worst.after));
        let one = t.date_touches(&worst.subject, &worst.account_name, &before, &after);
        match touched.len() - 1 {
            0 => one,
            more => format!("{one} {}", t.date_touches_more(more, &self.lang.count(more))),
        }
    }

    /// How the wished date stands to the menu, and what else would help.
    pub(crate) fn wish_said(&self, menu: &Menu) -> Vec<String> {
        let t = self.t();
        let (Some(wish), Some(nearest)) = (&menu.wish, menu.rows.first()) else {
            return Vec::new();
        };
        let mut said = Vec::new();
        if wish.row.is_none() {
            said.push(t.menu_wish_nearest(&self.due(&wish.due), &self.due(&nearest.due)));
        }
        said.extend(wish.could.iter().map(|could| self.could(could)));
        if wish.row.is_none() && wish.could.is_empty() {
            said.push(t.could_talk().to_owned());
        }
        said
    }

    fn could(&self, could: &Could) -> String {
        let t = self.t();
        match could {
            Could::Part(part) => {
                let (due, rest) = (self.due(&part.due), self.due(&part.rest));
                t.could_part(&part.pieces, &part.of, &due, &rest)
            }
            Could::Input { due } => t.could_input(&self.due(due)),
        }
    }

    /// What went into the prices.
    pub(crate) fn inputs_said(&self, inputs: &Inputs) -> Vec<String> {
        let t = self.t();
        let costs = &inputs.costs;
        let money = |minor: i64| self.money(costs.money(minor));
        let teams = costs.teams.iter().filter_map(|(name, team)| {
            let hour = money(costs.hour_of(name)?);
            let percent = self.lang.percent(costs.overtime_percent);
            let hours = self.lang.decimal(f64::from(team.overtime_minutes) / 60.0);
            Some(t.input_team(name, &hour, &percent, &hours))
        });
        let mut said: Vec<String> = teams.collect();
        said.push(
            costs.hired_hour.map_or_else(
                || t.input_hired_none().to_owned(),
                |hour| t.input_hired(&money(hour)),
            ),
        );
        let (day, breach) = (costs.loss_per_day, costs.loss_per_breach);
        said.push(if (day, breach) == (0, 0) {
            t.input_loss_none().to_owned()
        } else {
            t.input_loss(&money(day), &money(breach))
        });
        let (own, usual) = (inputs.with_loss, inputs.by_default);
        said.push(t.input_counts(&self.lang.count(own), &self.lang.count(usual)));
        if !inputs.left_out.is_empty() {
            let left_out = inputs.left_out.iter();
            let left_out = left_out
                .map(|LeftOut { number, currency }| format!("#{number} ({})", currency.code()));
            said.push(t.input_left_out(&left_out.collect::<Vec<_>>().join(", ")));
        }
        said.push(t.input_trials(&self.lang.count(inputs.trials)));
        said.push(t.input_not().to_owned());
        said
    }

    /// The sentence to send for a row. It names no other customer, and no reason that would.
    pub(crate) fn yes(&self, row: &Row) -> String {
        let t = self.t();
        let due = self.due(&row.due);
        if row.price.minor <= 0 {
            return t.yes_free(&due);
        }
        let buys = |kind: fn(&Cost) -> bool| row.costs.iter().any(kind);
        let because = if buys(|cost| matches!(cost, Cost::Hired { .. })) {
            t.yes_because_hired()
        } else if buys(|cost| matches!(cost, Cost::Overtime { .. })) {
            t.yes_because_overtime()
        } else {
            t.yes_because_ahead()
        };
        let price: Money = row.price;
        t.yes_costs(&due, &self.money(price), &because)
    }

    /// The sentence to send for a first part.
    pub(crate) fn yes_in_part(&self, part: &Part) -> String {
        let (due, rest) = (self.due(&part.due), self.due(&part.rest));
        self.t().yes_part(&part.pieces, &part.of, &due, &rest)
    }
}
