//! The line in a row of a table: 120 × 24 px.

use super::{Line, Shown, hill};
use crate::drawing::ridge::{Frame, ridge};
use crate::drawing::{escape, tenth};

const LEFT: f64 = 4.0;
const WIDTH: f64 = 112.0;
const RIGHT: f64 = 117.0;

/// Draws a line; with `id` it carries its title, without one it is hidden from those who hear the page.
pub(super) fn draw(line: &Line, id: Option<&str>) -> String {
    let scale = line.scale(LEFT, WIDTH, false);
    let x = |at| tenth(scale.x(at).clamp(LEFT, RIGHT));
    let mut svg = opening(line, id);
    let is_cut = line.hill_shown().is_some_and(|seen| {
        let places = seen.quantiles.map(|at| scale.x(at));
        let left = scale.x(line.now).min(RIGHT);
        let frame =
            Frame { left, right: RIGHT, foot: 19.0, top: 3.0, points: 29, least_width: 6.0 };
        let ridge = ridge(places, scale.x(line.due), frame);
        svg.push_str(&hill(&ridge, 19.0, "pl-grave-s"));
        places[6] > RIGHT
    });
    let present = x(line.ended_at().unwrap_or(line.now));
    let ahead = if line.is_unknown() { "pl-unknown" } else { "pl-future" };
    svg.push_str(&format!(r#"<path class="{ahead}" d="M{present},19H118"/>"#));
    let due = x(line.due);
    if let Shown::Late { .. } = line.shown {
        svg.push_str(&format!(r#"<path class="pl-past" d="M4,19H{due}"/>"#));
        svg.push_str(&format!(r#"<path class="pl-over" d="M{due},19H{present}"/>"#));
    } else {
        svg.push_str(&format!(r#"<path class="pl-past" d="M4,19H{present}"/>"#));
    }
    svg.push_str(r#"<path class="pl-made" d="M4,15v8"/>"#);
    let due_class = if line.due_is_broken() { "pl-due pl-due-draft" } else { "pl-due" };
    svg.push_str(&format!(r#"<path class="{due_class}" d="M{due},2V23"/>"#));
    if line.strict {
        let second = tenth(scale.x(line.due).clamp(LEFT, RIGHT) + 3.5);
        svg.push_str(&format!(r#"<path class="{due_class}" d="M{second},2V23"/>"#));
    }
    svg.push_str(&ending(line, scale.x(line.ended_at().unwrap_or(line.now)).clamp(LEFT, RIGHT)));
    if is_cut {
        svg.push_str(r#"<path class="pl-more" d="M115.5,7 l3,3 l-3,3"/>"#);
    }
    svg.push_str("</svg>");
    svg
}

fn opening(line: &Line, id: Option<&str>) -> String {
    let size = r#"class="line" width="120" height="24" viewBox="0 0 120 24""#;
    match id {
        Some(id) => format!(
            r#"<svg {size} role="img" aria-labelledby="{id}" focusable="false"><title id="{id}">{}</title>"#,
            escape(&line.title())
        ),
        None => format!(r#"<svg {size} aria-hidden="true" focusable="false">"#),
    }
}

/// What stands at the end of the ink: today's ring, a tick, a cross, or nothing.
fn ending(line: &Line, x: f64) -> String {
    match line.shown {
        Shown::Open | Shown::Offered | Shown::Quoted => {
            format!(r#"<circle class="pl-today" cx="{}" cy="19" r="3"/>"#, tenth(x))
        }
        Shown::Kept { .. } => {
            format!(r#"<path class="pl-tick" d="M{},9 l3,3.5 l6,-8"/>"#, tenth(x - 4.0))
        }
        Shown::Late { .. } | Shown::Withdrawn => {
            format!(r#"<path class="pl-cross" d="M{},5 l7,7 m0,-7 l-7,7"/>"#, tenth(x - 3.5))
        }
        Shown::Ended { .. } => String::new(),
    }
}
