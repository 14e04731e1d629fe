//! Holds the holiday rules of `calendar` against a published list, year by year.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, ensure};
use calendar::Country;
use calendar::holiday::{HolidaySwitches, LiberationDay};
use jiff::civil::Date;

/// The years the published list covers.
const YEARS: std::ops::RangeInclusive<i16> = 2015..=2040;

/// The list has Dutch Good Friday and the fifth-year 5 May, and no eves.
const AS_PUBLISHED: HolidaySwitches = HolidaySwitches {
    liberation_day: LiberationDay::EveryFifthYear,
    good_friday: true,
    eves: false,
    bridge_days: false,
};

/// Compares every date of every country; returns a line of counts.
///
/// # Errors
/// When the file cannot be read, or a date is on one side only.
pub(crate) fn evaluate(published: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(published)
        .with_context(|| format!("read {}", published.display()))?;
    let mut wanted = BTreeSet::new();
    for (number, line) in text.lines().enumerate().skip(1) {
        let mut fields = line.split(',');
        let pair = fields.next().zip(fields.next());
        let (country, date) = pair.with_context(|| format!("line {} is short", number + 1))?;
        wanted.insert((country.to_owned(), date.parse::<Date>()?));
    }
    let computed: BTreeSet<(String, Date)> = Country::ALL
        .into_iter()
        .flat_map(|country| YEARS.map(move |year| (country, year)))
        .flat_map(|(country, year)| {
            let days = country.holidays_of(year, AS_PUBLISHED).into_keys();
            days.map(move |date| (country.code().to_owned(), date))
        })
        .collect();
    let missing: Vec<_> = wanted.difference(&computed).collect();
    let surplus: Vec<_> = computed.difference(&wanted).collect();
    ensure!(missing.is_empty() && surplus.is_empty(), "missing {missing:?}, surplus {surplus:?}");
    Ok(format!("holidays: {} dates of 8 countries, {YEARS:?}, all equal", wanted.len()))
}
