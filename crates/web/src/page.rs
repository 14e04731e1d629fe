//! The pages: one module each, with its view and its forms. A handler reads what was asked, calls one use case and
//! renders a view of finished text; templates only loop and choose.

pub(crate) mod accounts;
pub(crate) mod act;
pub(crate) mod backtest;
pub(crate) mod capabilities;
pub(crate) mod customer;
pub(crate) mod domino;
pub(crate) mod dossier;
pub(crate) mod join;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod me;
pub(crate) mod once;
pub(crate) mod promise;
pub(crate) mod promises;
pub(crate) mod provider;
pub(crate) mod quote;
pub(crate) mod record;
pub(crate) mod settings;
pub(crate) mod sign_in;
mod tie;
pub(crate) mod today;
pub(crate) mod upload;
pub(crate) mod wording;

use askama::Template;
use askama::filters::Safe;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use texts::figure::capital;

use crate::drawing::escape;
use crate::drawing::line::Line;
use crate::failure::Failure;
use crate::say::standing::Standing;

/// Markup that is not escaped again.
pub(crate) type Markup = Safe<String>;

/// Renders a page.
pub(crate) fn render(page: &impl Template) -> Result<Response, Failure> {
    // Templates are checked by the compiler; writing into a text does not fail.
    page.render().map(|html| Html(html).into_response()).map_err(|_| Failure::NoPage)
}

/// A page that shows a form again, with what is wrong in it.
pub(crate) fn unprocessable(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// A choice of a list, and whether it is the chosen one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

/// The choices of a list, the chosen one marked.
pub(crate) fn choices<V: Into<String>, N: Into<String>>(
    all: impl IntoIterator<Item = (V, N)>,
    chosen: &str,
) -> Vec<Choice> {
    let choice = |(value, name): (V, N)| {
        let (value, name) = (value.into(), name.into());
        Choice { chosen: value == chosen, value, name }
    };
    all.into_iter().map(choice).collect()
}

/// A mark with its word.
pub(crate) fn state(standing: &Standing) -> Markup {
    state_of(standing.mark, &escape(&capital(standing.word)))
}

/// A mark with other words, as markup.
pub(crate) fn state_of(mark: crate::drawing::mark::Mark, words: &str) -> Markup {
    let (class, svg) = (mark.class(), mark.svg());
    Safe(format!(r#"<span class="state {class}">{svg}<span>{words}</span></span>"#))
}

/// A line in a row, hidden from those who hear the page when the sentence stands beside it.
pub(crate) fn row_line(line: Option<&Line>, id: Option<&str>) -> Option<Markup> {
    line.map(|line| Safe(line.row(id)))
}
