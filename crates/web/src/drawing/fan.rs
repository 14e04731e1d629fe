//! How the forecast of one promise moved: seen on each day, with the due as a line across.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use texts::Lang;

use super::scale::seconds;
use super::{escape, tenth};

/// One look at the finish.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Look {
    /// When we looked.
    pub(crate) at: Timestamp,
    /// Quantiles at 5, 15, 25, 50, 75, 85 and 95%.
    pub(crate) quantiles: [Timestamp; 7],
    /// The chance by the due, in thousandths.
    pub(crate) chance: u16,
}

/// What the drawing shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fan {
    /// The looks, earliest first; at least two.
    pub(crate) looks: Vec<Look>,
    /// The due.
    pub(crate) due: Timestamp,
    /// In which zone days are told.
    pub(crate) zone: TimeZone,
    /// In which language.
    pub(crate) lang: Lang,
}

const LEFT: f64 = 25.0;
const TOP: f64 = 12.0;
const HEIGHT: f64 = 208.0;
/// The most lines across that can be told apart.
const MOST_LINES: i64 = 6;

impl Fan {
    /// The drawing; `id` must be unique on the page. `title` says the finding.
    pub(crate) fn draw(&self, id: &str, title: &str) -> String {
        let Some(axes) = Axes::of(self) else { return String::new() };
        let mut svg = format!(
            r#"<svg class="chart" width="100%" height="252" role="img" aria-labelledby="{id}" focusable="false"><title id="{id}">{}</title>"#,
            escape(title)
        );
        svg.push_str(&plot(&axes.band(self)));
        svg.push_str(&self.lines(&axes));
        let middle = axes.curve(self, "ch-main", 3);
        let promised = axes.curve(self, "ch-main ch-dash", 5);
        svg.push_str(&plot(&format!("{middle}{promised}")));
        svg.push_str(r#"<line class="ch-axis" x1="25%" x2="100%" y1="220" y2="220"/>"#);
        svg.push_str(&self.days(&axes));
        svg.push_str("</svg>");
        svg
    }

    fn day(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The lines across, the due heavy and named.
    fn lines(&self, axes: &Axes) -> String {
        let mut lines = String::new();
        let due = axes.y(self.due);
        let mut day = axes.first;
        while day <= axes.last {
            if let Ok(midnight) = day.to_zoned(self.zone.clone()) {
                let y = axes.y(midnight.timestamp());
                // A line that runs into the due would hide its name.
                if (y - due).abs() > 20.0 {
                    let text = escape(&self.lang.axis_day(day));
                    lines.push_str(&across("ch-grid", y));
                    lines.push_str(&name("ch-text", "0", y + 5.0, &text));
                }
            }
            let Ok(next) = day.checked_add(axes.every.days()) else { break };
            day = next;
        }
        let t = self.lang.texts();
        let promised_y = if due < 30.0 { due + 18.0 } else { due - 8.0 };
        lines.push_str(&across("pl-due", due));
        let due_day = escape(&self.lang.axis_day(self.day(self.due)));
        lines.push_str(&name("ch-text-strong", "0", due + 5.0, &due_day));
        lines.push_str(&name("ch-text-strong", "27%", promised_y, t.label_promised()));
        lines
    }

    /// The days we looked: the first, the last, and one between when there is room.
    fn days(&self, axes: &Axes) -> String {
        let (Some(first), Some(last)) = (self.looks.first(), self.looks.last()) else {
            return String::new();
        };
        let text = |at: Timestamp, x: f64, anchor: &str| {
            let day = escape(&self.lang.axis_day(self.day(at)));
            let x = format!("{}%", tenth(LEFT + x * (100.0 - LEFT) / 1000.0));
            format!(r#"<text class="ch-text" x="{x}" y="242" text-anchor="{anchor}">{day}</text>"#)
        };
        let mut days = text(first.at, 0.0, "start");
        let half = first.at + last.at.duration_since(first.at) / 2;
        let inner = self.day(half) > self.day(first.at) && self.day(half) < self.day(last.at);
        if inner && last.at.duration_since(first.at).as_hours() >= 24 * 4 {
            days.push_str(&text(half, axes.x(half), "middle"));
        }
        days.push_str(&text(last.at, 1000.0, "end"));
        days
    }
}

/// The inner drawing, stretched in x only.
fn plot(inner: &str) -> String {
    format!(
        r#"<svg x="25%" y="12" width="75%" height="208" viewBox="0 0 1000 208" preserveAspectRatio="none">{inner}</svg>"#
    )
}

fn across(class: &str, y: f64) -> String {
    let y = tenth(y);
    format!(r#"<line class="{class}" x1="25%" x2="100%" y1="{y}" y2="{y}"/>"#)
}

fn name(class: &str, x: &str, y: f64, text: &str) -> String {
    format!(r#"<text class="{class}" x="{x}" y="{}">{text}</text>"#, tenth(y))
}

/// From instants to places in the plot.
struct Axes {
    from: f64,
    to: f64,
    low: f64,
    high: f64,
    /// The first and last day with a line, and the days between lines.
    first: Date,
    last: Date,
    every: i64,
}

impl Axes {
    fn of(fan: &Fan) -> Option<Self> {
        let (first_look, last_look) = (fan.looks.first()?, fan.looks.last()?);
        let lowest = fan.looks.iter().map(|look| look.quantiles[0]).min()?.min(fan.due);
        let highest = fan.looks.iter().map(|look| look.quantiles[6]).max()?.max(fan.due);
        let (low_day, high_day) = (fan.day(lowest), fan.day(highest));
        let span = i64::from((high_day - low_day).get_days().max(1));
        let every = [1, 2, 5, 10, 20, 50, 100, 200].into_iter().find(|d| span / d < MOST_LINES)?;
        // Outwards to whole steps, counted so that the due has a line of its own.
        let due_day = fan.day(fan.due);
        let steps_down = steps(i64::from((due_day - low_day).get_days()), every);
        let steps_up = steps(i64::from((high_day - due_day).get_days()), every);
        let first = due_day.checked_sub((steps_down * every).days()).ok()?;
        let last = due_day.checked_add(((steps_up + 1) * every).days()).ok()?;
        let midnight =
            |day: Date| day.to_zoned(fan.zone.clone()).ok().map(|zoned| seconds(zoned.timestamp()));
        let (from, to) = (seconds(first_look.at), seconds(last_look.at));
        Some(Self {
            from,
            to: to.max(from + 1.0),
            low: midnight(first)?,
            high: midnight(last)?,
            first,
            last,
            every,
        })
    }

    /// 0 to 1000 from the first look to the last.
    fn x(&self, at: Timestamp) -> f64 {
        1000.0 * (seconds(at) - self.from) / (self.to - self.from)
    }

    /// The y of an instant in the whole drawing; later is higher.
    fn y(&self, at: Timestamp) -> f64 {
        TOP + self.inner_y(at)
    }

    fn inner_y(&self, at: Timestamp) -> f64 {
        (HEIGHT * (self.high - seconds(at)) / (self.high - self.low)).clamp(0.0, HEIGHT)
    }

    fn curve(&self, fan: &Fan, class: &str, quantile: usize) -> String {
        let points = fan.looks.iter().map(|look| self.point(look, quantile));
        format!(r#"<path class="{class}" d="M{}"/>"#, points.collect::<Vec<_>>().join(" "))
    }

    fn band(&self, fan: &Fan) -> String {
        let low = fan.looks.iter().map(|look| self.point(look, 0));
        let high = fan.looks.iter().rev().map(|look| self.point(look, 6));
        let (low, high): (Vec<_>, Vec<_>) = (low.collect(), high.collect());
        format!(r#"<path class="ch-band" d="M{} L{}Z"/>"#, low.join(" "), high.join(" "))
    }

    fn point(&self, look: &Look, quantile: usize) -> String {
        format!("{},{}", tenth(self.x(look.at)), tenth(self.inner_y(look.quantiles[quantile])))
    }
}

/// So many whole steps cover a span; none cover a span below zero.
fn steps(span: i64, every: i64) -> i64 {
    (span.max(0) + every - 1) / every
}
