//! What the lists share: a promise as a row, filters, pages.

use jiff::{SignedDuration, Timestamp, ToSpan};
use ledger::query::PromiseRow;
use promise::party::Organisation;
use promise::{Health, StateName};

use super::{Choice, Markup, choices, row_line, state_of};
use crate::drawing::escape;
use crate::form::Fields;
use crate::say::Voice;

/// So many rows stand on a page.
pub(crate) const PER_PAGE: u32 = 50;

/// A promise as a row.
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) number: u32,
    pub(crate) subject: String,
    pub(crate) account: String,
    pub(crate) account_href: String,
    pub(crate) line: Option<Markup>,
    pub(crate) due: String,
    pub(crate) state: Markup,
    pub(crate) owner: String,
}

/// A promise as a row; `place` makes its drawing's name unique on the page.
pub(crate) fn row(
    voice: &Voice,
    row: &PromiseRow,
    organisation: &Organisation,
    place: usize,
) -> Row {
    let owner = row.owner.and_then(|id| organisation.members.get(&id));
    let due = row.due.as_ref().map(|due| voice.due_label(due));
    let id = format!("l{place}");
    Row {
        href: format!("/promises/{}", row.number),
        number: row.number,
        subject: row.subject.clone(),
        account: row.account_name.clone(),
        account_href: format!("/accounts/{}", row.account),
        line: row_line(voice.line(row).as_ref(), Some(&id)),
        due: due.unwrap_or_else(|| voice.t().no_date().to_owned()),
        state: state_or_chance(voice, row),
        owner: owner.map(|member| voice.first_name(&member.name).to_owned()).unwrap_or_default(),
    }
}

/// The mark with the chance while there is one, else with the word.
pub(crate) fn state_or_chance(voice: &Voice, row: &PromiseRow) -> Markup {
    let standing = voice.standing(row);
    let chance = row.chance().filter(|_| row.state.is_open() && row.state != StateName::Late);
    match chance {
        Some(chance) => {
            let (chance, word) = (escape(&voice.chance(chance)), escape(standing.word));
            state_of(standing.mark, &format!(r#"{chance}<span class="unseen"> {word}</span>"#))
        }
        None => super::state(&standing),
    }
}

/// The members to choose from, after "everyone".
pub(crate) fn owners(voice: &Voice, organisation: &Organisation, chosen: &str) -> Vec<Choice> {
    let everyone = (String::new(), voice.t().filter_everyone().to_owned());
    let members = crate::say::history::members(organisation);
    choices(std::iter::once(everyone).chain(members), chosen)
}

/// The times until which something is due.
pub(crate) fn dues(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let t = voice.t();
    let all = [("", t.filter_any_time()), ("week", t.filter_week()), ("month", t.filter_month())];
    choices(all, chosen)
}

/// The states by health.
pub(crate) fn healths(voice: &Voice) -> [(&'static str, &'static str); 3] {
    let t = voice.t();
    [
        (Health::OffPlan.code(), t.state_off_plan()),
        (Health::Watch.code(), t.state_watch()),
        (Health::OnPlan.code(), t.state_on_plan()),
    ]
}

/// Until when something is due, by the choice made.
pub(crate) fn due_until(voice: &Voice, chosen: &str) -> Option<Timestamp> {
    let today = voice.today();
    let last = match chosen {
        "week" => {
            let into = i32::from(today.weekday().to_monday_zero_offset());
            today.checked_add((6 - into).days()).ok()?
        }
        "month" => today.last_of_month(),
        _ => return None,
    };
    let next = last.tomorrow().ok()?.to_zoned(voice.zone.clone()).ok()?.timestamp();
    Some(next - SignedDuration::from_micros(1))
}

/// Where one is in a long list.
pub(crate) struct Pager {
    pub(crate) says: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// Where one is in a list of `of`, with the addresses of the pages beside.
pub(crate) fn pager(voice: &Voice, asked: &Fields, path: &str, page: u32, of: u32) -> Pager {
    let from = page * PER_PAGE;
    let to = of.min(from + PER_PAGE);
    let count = |n: u32| voice.lang.number(i64::from(n));
    let says = voice.t().pager(&count((from + 1).min(of)), &count(to), &count(of));
    let address = |page: u32| {
        let kept = asked.iter().filter(|(name, value)| *name != "page" && !value.is_empty());
        let pairs: Vec<(String, String)> = kept
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .chain([("page".to_owned(), page.to_string())])
            .collect();
        format!("{path}?{}", crate::form::query(&pairs))
    };
    Pager {
        says,
        before: (page > 0).then(|| address(page - 1)),
        after: (to < of).then(|| address(page + 1)),
    }
}

/// The page asked for, counted from 0.
pub(crate) fn page_of(asked: &Fields) -> u32 {
    asked.some("page").and_then(|page| page.parse().ok()).map_or(0, |page: u32| page.min(100_000))
}
