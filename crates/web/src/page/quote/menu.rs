//! The menu on the page: earlier dates with a price each, in the place of the dates without one.

use jiff::Timestamp;
use promise::money::Money;
use service::price::{Could, Menu, Row};
use texts::Lang;
use texts::figure::capital;

use super::answer::{AnswerView, DateRow};
use crate::form::{Fields, query};
use crate::say::Voice;

/// What stands around the rows of a menu.
pub(super) struct MenuView {
    /// That nobody has said what an hour costs, or that there is nothing to buy or to move.
    pub(super) notes: Vec<String>,
    /// How the wished date stands to the rows, and what else would help.
    pub(super) wish: Vec<String>,
    /// The address at which a first part is asked about, and what it says.
    pub(super) part: Option<(String, String)>,
    /// The sentences to send, by date.
    pub(super) ready: Vec<Ready>,
    /// What went into the prices.
    pub(super) inputs: Vec<String>,
}

/// The sentences to send for one date.
pub(super) struct Ready {
    pub(super) date: String,
    /// The language's tag and the sentence.
    pub(super) said: Vec<(&'static str, String)>,
}

/// What is in front of the quote of a row in the value of its choice.
pub(super) const ROW: &str = "row:";

/// The quote of the row that was chosen, if one was.
pub(super) fn chosen_quote(fields: &Fields) -> Option<&str> {
    let (quote, _) = fields.get("date").strip_prefix(ROW)?.split_once(' ')?;
    Some(quote)
}

/// Puts the price of the chosen row into the form, unless somebody typed another one.
pub(super) fn carry_price(fields: &mut Fields, price: Option<Money>) {
    let is_ours = fields.some("price").is_none() || fields.get("price") == fields.get("priced");
    if is_ours {
        let price = price.filter(|price| price.minor > 0).map(|price| price.to_string());
        let price = price.unwrap_or_default();
        fields.set("price", &price);
        fields.set("priced", &price);
    }
}

/// Puts the rows of a menu in the place of the dates of an answer; returns the price of the chosen one.
pub(super) fn lay(
    voice: &Voice,
    answer: &mut AnswerView,
    menu: &Menu,
    fields: &Fields,
) -> Option<Money> {
    let date_of = |row: &Row| row.due.date().to_string();
    // A menu worked out anew has other quotes: the same date is the same choice.
    let chosen = fields.get("date").split_once(' ').map(|(_, date)| date.to_owned());
    let is_row = fields.get("date").starts_with(ROW);
    let at_choice = |row: &&Row| is_row && chosen.as_deref() == Some(date_of(row).as_str());
    let kept: Vec<(Timestamp, DateRow)> = std::mem::take(&mut answer.rows)
        .into_iter()
        .filter(|row| row.value.starts_with("last "))
        .filter_map(|row| {
            let date: jiff::civil::Date = row.value.split_once(' ')?.1.parse().ok()?;
            let is_offered = menu.rows.iter().any(|of| of.due.date() == date);
            let zone = menu.rows.first()?.due.zone().clone();
            let at = date.at(23, 59, 59, 0).to_zoned(zone).ok()?.timestamp();
            let price = Some(voice.money(menu.inputs.costs.money(0)));
            (!is_offered).then_some((at, DateRow { price, ..row }))
        })
        .collect();
    let other_chosen = fields.get("date") == "own"
        || kept.iter().any(|(_, row)| row.chosen && row.value == fields.get("date"));
    let chosen_row =
        menu.rows.iter().find(at_choice).or(menu.rows.last()).filter(|_| !other_chosen);
    let made_by = menu.wish.as_ref().and_then(|wish| wish.row);
    let tells_chances =
        !matches!(menu.claim, forecast::Claim::Nothing | forecast::Claim::ModelOnly { .. });
    let rows = menu.rows.iter().enumerate().map(|(place, row)| {
        let mut means = voice.row_said(row);
        if made_by == Some(place) {
            means.insert(0, voice.t().menu_makes_wish().to_owned());
        }
        let view = DateRow {
            value: format!("{ROW}{} {}", row.quote, row.due.date()),
            date: capital(&voice.due(&row.due)),
            means: means.join(" "),
            chance: if tells_chances { voice.chance(row.chance) } else { String::new() },
            chosen: chosen_row.is_some_and(|chosen| chosen.quote == row.quote),
            price: Some(voice.money(row.price)),
        };
        (row.due.at(), view)
    });
    let mut all: Vec<(Timestamp, DateRow)> = rows.collect();
    all.extend(kept.into_iter().map(|(at, row)| {
        let chosen = row.chosen && other_chosen;
        (at, DateRow { chosen, ..row })
    }));
    all.sort_by_key(|(at, _)| *at);
    answer.rows = all.into_iter().map(|(_, row)| row).collect();
    answer.menu = Some(view(voice, menu, fields));
    chosen_row.map(|row| row.price)
}

fn view(voice: &Voice, menu: &Menu, fields: &Fields) -> MenuView {
    let t = voice.t();
    let costs = &menu.inputs.costs;
    let nothing_said = *costs == promise::costs::Costs::unknown(costs.currency);
    let mut notes: Vec<String> = Vec::new();
    notes.extend((menu.rows.len() < 2).then(|| t.menu_only_free().to_owned()));
    notes.extend(nothing_said.then(|| t.menu_no_costs().to_owned()));
    let mut ready: Vec<Ready> = menu
        .rows
        .iter()
        .map(|row| Ready {
            date: capital(&voice.due(&row.due)),
            said: tagged(crate::say::price::ready_sentences(row, &voice.zone, voice.now)),
        })
        .collect();
    let part = menu.wish.iter().flat_map(|wish| &wish.could).find_map(|could| match could {
        Could::Part(part) => Some(part),
        Could::Input { .. } => None,
    });
    if let Some(part) = part {
        ready.push(Ready {
            date: capital(&voice.due(&part.due)),
            said: tagged(crate::say::price::ready_part(part, &voice.zone, voice.now)),
        });
    }
    MenuView {
        notes,
        wish: voice.wish_said(menu),
        part: part.map(|part| {
            let count = voice.lang.number(i64::from(part.pieces.get()));
            (address_of_part(fields, part.pieces.get()), t.could_part_do(&count))
        }),
        ready,
        inputs: voice.inputs_said(&menu.inputs),
    }
}

fn tagged(said: Vec<(Lang, String)>) -> Vec<(&'static str, String)> {
    said.into_iter().map(|(lang, said)| (lang.tag(), said)).collect()
}

/// The same question about fewer pieces.
fn address_of_part(fields: &Fields, pieces: u32) -> String {
    let names = ["account", "what", "team", "kind", "hours", "wished"];
    let mut pairs: Vec<(String, String)> =
        names.iter().map(|name| ((*name).to_owned(), fields.get(name).to_owned())).collect();
    pairs.push(("pieces".to_owned(), pieces.to_string()));
    format!("/quote?{}", query(&pairs))
}
