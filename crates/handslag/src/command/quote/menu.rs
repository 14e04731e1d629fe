//! `handslag quote --menu`: dates with a price each, and the sentences to send for one of them.

use std::num::NonZeroU32;

use anyhow::Context;
use serde_json::{Value, json};
use service::price::{Could, Menu, Row, Spot};
use service::quote::Question;
use web::{inputs_said, ready_part, ready_sentences, row_said, wish_said};

use super::{chance, due_said};
use crate::desk::Desk;
use crate::output::table;

/// The menu in lines for people and as a value for programs; `None` when nothing can be said.
pub(super) async fn of(
    desk: &Desk,
    question: &Question,
    row: Option<NonZeroU32>,
) -> anyhow::Result<Option<(Vec<String>, Value)>> {
    let Some(menu) = desk.service().menu(&desk.caller(), question, None).await? else {
        return Ok(None);
    };
    let chosen = match row {
        Some(row) => usize::try_from(row.get())? - 1,
        None => chosen(&menu),
    };
    let row = menu.rows.get(chosen).with_context(|| {
        let rows = menu.rows.len();
        format!("--row is {}; wanted a row of the menu, from 1 to {rows}", chosen + 1)
    })?;
    Ok(Some((said(desk, &menu, row), value(desk, &menu, chosen))))
}

/// The row that the sentences are for: the one for the wished date, else the cheapest that costs something, else the
/// free one.
fn chosen(menu: &Menu) -> usize {
    let wished = menu.wish.as_ref().and_then(|wish| wish.row);
    let costs = || menu.rows.iter().rposition(|row| row.price.minor > 0);
    wished.or_else(costs).unwrap_or(menu.rows.len().saturating_sub(1))
}

fn said(desk: &Desk, menu: &Menu, chosen: &Row) -> Vec<String> {
    let mut lines = vec!["Yes, and this is what it costs:".to_owned()];
    let rows = menu.rows.iter().zip(1..).map(|(row, number)| {
        let told =
            vec![number.to_string(), due_said(&row.due), chance(row.chance), row.price.to_string()];
        (told, row)
    });
    let (cells, rows): (Vec<Vec<String>>, Vec<&Row>) = rows.unzip();
    let mut told = table(&["row", "date", "chance", "extra price"], &cells).into_iter();
    lines.extend(told.next().map(|line| format!("  {line}")));
    for (line, row) in told.zip(rows) {
        lines.push(format!("  {line}"));
        let zone = row.due.zone();
        lines.extend(row_said(row, zone, desk.at).iter().map(|said| format!("       {said}")));
    }
    let zone = chosen.due.zone();
    lines.extend(wish_said(menu, zone, desk.at));
    lines.push(format!("Ready to send, for {}:", due_said(&chosen.due)));
    lines.extend(
        ready_sentences(chosen, zone, desk.at)
            .into_iter()
            .map(|(lang, said)| format!("  {}: {said}", lang.code())),
    );
    lines.push("What these prices rest on:".to_owned());
    lines.extend(inputs_said(menu, zone, desk.at).iter().map(|said| format!("  {said}")));
    lines.push(format!("Offer that row with `handslag offer … --quote {}`.", chosen.quote));
    lines
}

fn value(desk: &Desk, menu: &Menu, chosen: usize) -> Value {
    let sentences = |all: Vec<(texts::Lang, String)>| -> Value {
        all.into_iter().map(|(lang, said)| (lang.code().to_owned(), Value::from(said))).collect()
    };
    let rows = menu.rows.iter().map(|row| {
        json!({
            "quote": row.quote.to_string(),
            "date": row.due.date().to_string(),
            "due": row.due.at().to_string(),
            "chance_permille": row.chance.permille(),
            "price_minor": row.price.minor,
            "currency": row.price.currency.code(),
            "step_minor": row.step.minor,
            "error_minor": row.error,
            "place": match &row.way.spot {
                Spot::Last => "last",
                Spot::First => "first",
                Spot::Before { .. } => "before",
                Spot::Hired => "hired",
            },
            "means": row_said(row, row.due.zone(), desk.at),
            "sentences": sentences(ready_sentences(row, row.due.zone(), desk.at)),
        })
    });
    let wish = menu.wish.as_ref().map(|wish| {
        let part = wish.could.iter().find_map(|could| match could {
            Could::Part(part) => Some(part),
            Could::Input { .. } => None,
        });
        json!({
            "date": wish.due.date().to_string(),
            "row": wish.row.map(|row| row + 1),
            "part": part.map(|part| json!({
                "pieces": part.pieces,
                "of": part.of,
                "date": part.due.date().to_string(),
                "chance_permille": part.chance.permille(),
                "rest": part.rest.date().to_string(),
                "sentences": sentences(ready_part(part, part.due.zone(), desk.at)),
            })),
            "said": wish_said(menu, wish.due.zone(), desk.at),
        })
    });
    let inputs = menu.rows.last().map(|row| inputs_said(menu, row.due.zone(), desk.at));
    json!({
        "rows": rows.collect::<Vec<_>>(),
        "chosen": chosen + 1,
        "wish": wish,
        "inputs": inputs,
        "trials": menu.inputs.trials,
        "seed": menu.inputs.seed.to_string(),
    })
}
