//! What does a yes cost? Earlier dates with a price each, and sentences to send.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use service::price::{Cost, Could, LeftOut, Menu, Part, Row, Spot, Touched};
use texts::Lang;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::Made;
use super::problem::Fault;
use super::quotes::QuestionShape;
use super::shape::code::Currency;
use super::shape::text::{Instant, PromiseId, QuoteId};
use super::shape::{Due, share};
use super::writer::Write;
use crate::app::App;
use crate::say::price::{ready_part, ready_sentences};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(ask))
}

/// The dates that a yes can have, and what each costs more than the free one. All amounts are of one currency.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Menu)]
struct MenuShape {
    /// When it was worked out.
    at: Instant,
    /// The currency of all amounts.
    currency: Currency,
    /// The rows, earliest date first, at most six; the last one is free. Empty when nothing can be said: the quote to
    /// the same question says why.
    rows: Vec<RowShape>,
    /// How the wished date stands to the rows; null when none was wished.
    wish: Option<WishShape>,
    /// Promises whose lateness is counted in another currency: they are left out.
    left_out: Vec<LeftOutShape>,
    /// How many trials each row was played.
    #[schema(example = 4000)]
    trials: usize,
    /// The seed of those trials, as a text because not every reader of JSON has whole numbers of 64 bits.
    #[schema(example = "16045690984503098046")]
    seed: String,
}

/// One way of saying yes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuRow)]
struct RowShape {
    /// The quote that an offer of this row rests on; it carries where the work goes and what is bought.
    quote: QuoteId,
    /// The date.
    due: Due,
    /// The chance of that date, from 0 to 1.
    #[schema(example = 0.87)]
    chance: f64,
    /// What it costs more than the free row, in minor units.
    #[schema(minimum = 0, example = 640_000)]
    price_minor: i64,
    /// In what steps the price is told: not below its standard error.
    #[schema(example = 20_000)]
    step_minor: i64,
    /// One standard error of the price by the number of trials.
    #[schema(example = 14_300)]
    error_minor: i64,
    /// Where the work goes.
    place: PlaceShape,
    /// The promise before whose work it goes, for the place `before`.
    before: Option<PromiseId>,
    /// Overtime that is bought, in minutes, over all teams.
    #[schema(example = 1440)]
    overtime_minutes: u64,
    /// Minutes of hired hands.
    #[schema(example = 0)]
    hired_minutes: u64,
    /// What the price is made of.
    costs: Vec<CostShape>,
    /// Promises that it touches, what they lose most first.
    touched: Vec<TouchedShape>,
    /// What can be sent to the customer; it names no other one.
    sentences: Sentences,
}

/// Where the work goes.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MenuPlace)]
enum PlaceShape {
    /// Behind all that waits.
    Last,
    /// Before all that waits.
    First,
    /// Before what waits of another promise.
    Before,
    /// To hired hands, outside the queue.
    Hired,
}

/// A part of a price.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuCost)]
struct CostShape {
    /// What for.
    what: WhatShape,
    /// How much, in minor units; what others gain is below 0.
    #[schema(example = 350_000)]
    minor: i64,
}

/// What a part of a price is for.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = MenuCostWhat)]
enum WhatShape {
    /// Overtime.
    Overtime,
    /// Hired hands.
    Hired,
    /// What others lose, or gain.
    Others,
    /// What its own lateness may cost more.
    Own,
}

/// A promise that a row touches; chances from 0 to 1.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuTouched)]
struct TouchedShape {
    /// Which one.
    promise: PromiseId,
    /// Its short name.
    #[schema(example = 4)]
    number: u32,
    /// Its chance when the work goes behind all that waits.
    #[schema(example = 0.9)]
    before: f64,
    /// Its chance in this row.
    #[schema(example = 0.71)]
    after: f64,
    /// What it loses, in minor units; null when nothing says what its lateness costs.
    #[schema(example = 120_000)]
    loss_minor: Option<i64>,
    /// Its customer has consented to its being moved: the instant to move it to.
    moves_to: Option<Instant>,
}

/// How the wished date stands to the rows, and what else would help.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuWish)]
struct WishShape {
    /// The date.
    due: Due,
    /// The row that makes it, counted from 0, the cheapest one; null when none does.
    row: Option<usize>,
    /// A first part by then, and the rest later, neither with an extra price.
    part: Option<PartShape>,
    /// The date that there is when the customer does at once what the work waits for.
    with_input: Option<Due>,
}

/// A first part of the work; ask again with so many pieces to offer it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuPart)]
struct PartShape {
    /// How many pieces.
    #[schema(example = 12)]
    pieces: u32,
    /// Of how many.
    #[schema(example = 48)]
    of: u32,
    /// When they are there.
    due: Due,
    /// The chance of that date, from 0 to 1.
    #[schema(example = 0.86)]
    chance: f64,
    /// When the rest is there.
    rest: Due,
    /// What can be sent to the customer.
    sentences: Sentences,
}

/// A promise whose lateness is counted in another currency.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuLeftOut)]
struct LeftOutShape {
    /// Its short name.
    #[schema(example = 101)]
    number: u32,
    /// The currency.
    currency: Currency,
}

/// The same sentence in each language.
#[derive(Debug, Serialize, ToSchema)]
struct Sentences {
    /// In Dutch.
    #[schema(example = "Ja. Dat kan uiterlijk dinsdag 24 maart, zonder meerprijs.")]
    nl: String,
    /// In Swedish.
    #[schema(example = "Ja. Det går till tisdag 24 mars, utan merpris.")]
    sv: String,
    /// In English.
    #[schema(example = "Yes. It can be done by Tuesday 24 March, at no extra price.")]
    en: String,
}

impl From<Vec<(Lang, String)>> for Sentences {
    fn from(all: Vec<(Lang, String)>) -> Self {
        let of = |lang: Lang| {
            let found = all.iter().find(|(of, _)| *of == lang);
            found.map(|(_, said)| said.clone()).unwrap_or_default()
        };
        Self { nl: of(Lang::Nl), sv: of(Lang::Sv), en: of(Lang::En) }
    }
}

impl RowShape {
    fn of(row: &Row, menu: &Menu) -> Self {
        let minutes = |kind: fn(&Cost) -> Option<u64>| row.costs.iter().filter_map(kind).sum();
        Self {
            quote: QuoteId(row.quote),
            due: Due::from(&row.due),
            chance: share(row.chance),
            price_minor: row.price.minor,
            step_minor: row.step.minor,
            error_minor: row.error,
            place: match &row.way.spot {
                Spot::Last => PlaceShape::Last,
                Spot::First => PlaceShape::First,
                Spot::Before { .. } => PlaceShape::Before,
                Spot::Hired => PlaceShape::Hired,
            },
            before: match &row.way.spot {
                Spot::Before { promise, .. } => Some(PromiseId(*promise)),
                Spot::Last | Spot::First | Spot::Hired => None,
            },
            overtime_minutes: minutes(|cost| match cost {
                Cost::Overtime { minutes, .. } => Some(*minutes),
                Cost::Hired { .. } | Cost::Others { .. } | Cost::Own { .. } => None,
            }),
            hired_minutes: minutes(|cost| match cost {
                Cost::Hired { minutes, .. } => Some(*minutes),
                Cost::Overtime { .. } | Cost::Others { .. } | Cost::Own { .. } => None,
            }),
            costs: row.costs.iter().map(CostShape::from).collect(),
            touched: row.touched.iter().map(TouchedShape::from).collect(),
            sentences: ready_sentences(row, row.due.zone(), menu.at).into(),
        }
    }
}

impl From<&Cost> for CostShape {
    fn from(cost: &Cost) -> Self {
        let what = match cost {
            Cost::Overtime { .. } => WhatShape::Overtime,
            Cost::Hired { .. } => WhatShape::Hired,
            Cost::Others { .. } => WhatShape::Others,
            Cost::Own { .. } => WhatShape::Own,
        };
        Self { what, minor: cost.money().minor }
    }
}

impl From<&Touched> for TouchedShape {
    fn from(touched: &Touched) -> Self {
        Self {
            promise: PromiseId(touched.promise),
            number: touched.number,
            before: share(touched.before),
            after: share(touched.after),
            loss_minor: touched.loss,
            moves_to: touched.moves_to.map(Instant),
        }
    }
}

impl PartShape {
    fn of(part: &Part, menu: &Menu) -> Self {
        Self {
            pieces: part.pieces.get(),
            of: part.of.get(),
            due: Due::from(&part.due),
            chance: share(part.chance),
            rest: Due::from(&part.rest),
            sentences: ready_part(part, part.due.zone(), menu.at).into(),
        }
    }
}

impl From<&Menu> for MenuShape {
    fn from(menu: &Menu) -> Self {
        let wish = menu.wish.as_ref().map(|wish| WishShape {
            due: Due::from(&wish.due),
            row: wish.row,
            part: wish.could.iter().find_map(|could| match could {
                Could::Part(part) => Some(PartShape::of(part, menu)),
                Could::Input { .. } => None,
            }),
            with_input: wish.could.iter().find_map(|could| match could {
                Could::Input { due } => Some(Due::from(due)),
                Could::Part(_) => None,
            }),
        });
        let left_out = menu.inputs.left_out.iter();
        Self {
            at: Instant(menu.at),
            currency: Currency(menu.inputs.costs.currency),
            rows: menu.rows.iter().map(|row| RowShape::of(row, menu)).collect(),
            wish,
            left_out: left_out
                .map(|LeftOut { number, currency }| LeftOutShape {
                    number: *number,
                    currency: Currency(*currency),
                })
                .collect(),
            trials: menu.inputs.trials,
            seed: menu.inputs.seed.to_string(),
        }
    }
}

/// Works out what a yes costs, and keeps every row as a quote so that it can be offered.
#[utoipa::path(
    operation_id = "ask_menu",
    post, path = "/api/v1/menus", tag = "quotes", request_body = QuestionShape,
    responses((status = 201, description = "the menu", body = MenuShape))
)]
async fn ask(State(app): State<App>, write: Write<QuestionShape>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let caller = writer.caller();
    let ask = async || {
        let question = body.read(&app, &caller).await?;
        let menu = app.service().menu(&caller, &question, None).await?;
        Ok(match &menu {
            Some(menu) => MenuShape::from(menu),
            None => MenuShape {
                at: Instant(caller.at),
                currency: Currency(writer.reader.organisation.costs().currency),
                rows: Vec::new(),
                wish: None,
                left_out: Vec::new(),
                trials: 0,
                seed: "0".to_owned(),
            },
        })
    };
    let (told, is_new) = writer.once(ask).await?;
    Ok(Made { status: StatusCode::CREATED, location: None }.answer(&told, None, !is_new))
}
