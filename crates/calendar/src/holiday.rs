//! Public holidays of NL, SE, DE, BE, DK, NO, FI and the UK (England), as rules over years.
//!
//! Checked against a published list for 2015–2040 by `cargo xtask evaluate`. Known gaps, named so that a company
//! can fill them with its own exceptions: regional days in Germany; Scotland, Wales and Northern Ireland; one-off
//! days proclaimed after 2026; shortened days before a holiday, which differ by employer.
//! Whether people are off also depends on agreements: that is what [`HolidaySwitches`] is for.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::civil::Weekday::{self, Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};

/// A country whose public holidays are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Country {
    /// The Netherlands.
    Nl,
    /// Sweden.
    Se,
    /// Germany, the nationwide days only.
    De,
    /// Belgium.
    Be,
    /// Denmark.
    Dk,
    /// Norway.
    No,
    /// Finland.
    Fi,
    /// The United Kingdom, the days of England.
    Gb,
}

impl Country {
    /// Every country, in the order of the documentation.
    pub const ALL: [Self; 8] =
        [Self::Nl, Self::Se, Self::De, Self::Be, Self::Dk, Self::No, Self::Fi, Self::Gb];

    /// The ISO 3166 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "NL",
            Self::Se => "SE",
            Self::De => "DE",
            Self::Be => "BE",
            Self::Dk => "DK",
            Self::No => "NO",
            Self::Fi => "FI",
            Self::Gb => "GB",
        }
    }

    /// What most offices of the country do with the days that law leaves open.
    pub fn customary(self) -> HolidaySwitches {
        HolidaySwitches {
            liberation_day: LiberationDay::EveryFifthYear,
            good_friday: false,
            eves: matches!(self, Self::Se | Self::Dk),
            bridge_days: false,
        }
    }

    /// Whether people are off on this date, under the company's switches.
    pub fn is_day_off(self, date: Date, switches: HolidaySwitches) -> bool {
        self.rules().iter().any(|rule| rule.applies(switches) && rule.falls_on(date))
            || (switches.bridge_days && self.is_bridge_day(date, switches))
    }

    /// The days off of one year with their names in the language of the country, in order of date.
    ///
    /// Two holidays on one date share a line; bridge days are not listed, as they have no name.
    pub fn holidays_of(self, year: i16, switches: HolidaySwitches) -> BTreeMap<Date, &'static str> {
        let rules = self.rules().iter().filter(|rule| rule.applies(switches));
        let dated = rules.filter_map(|rule| Some((rule.date_in(year)?, rule.name)));
        // The earlier rule keeps the line: rules are listed by weight.
        let mut days = BTreeMap::new();
        for (date, name) in dated {
            days.entry(date).or_insert(name);
        }
        days
    }

    /// A single working day squeezed between a holiday and a weekend.
    fn is_bridge_day(self, date: Date, switches: HolidaySwitches) -> bool {
        let plain = HolidaySwitches { bridge_days: false, ..switches };
        let off = |day: Option<Date>| day.is_some_and(|d| self.is_day_off(d, plain));
        match date.weekday() {
            Monday => !off(Some(date)) && off(date.tomorrow().ok()),
            Friday => !off(Some(date)) && off(date.yesterday().ok()),
            Tuesday | Wednesday | Thursday | Saturday | Sunday => false,
        }
    }

    fn rules(self) -> &'static [Rule] {
        match self {
            Self::Nl => NL,
            Self::Se => SE,
            Self::De => DE,
            Self::Be => BE,
            Self::Dk => DK,
            Self::No => NO,
            Self::Fi => FI,
            Self::Gb => GB,
        }
    }
}

impl FromStr for Country {
    type Err = String;

    /// Reads an ISO 3166 code in any case; `UK` is taken for `GB`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = text.to_ascii_uppercase();
        let code = if code == "UK" { "GB" } else { &code };
        Self::ALL.into_iter().find(|country| country.code() == code).ok_or_else(|| {
            let known = Self::ALL.map(Self::code).join(", ");
            format!("{text:?} is no country with known holidays; wanted one of {known}")
        })
    }
}

/// What a company makes of 5 May, the Dutch Liberation Day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiberationDay {
    /// Worked every year.
    Never,
    /// Off in 2020, 2025, 2030 …, as many collective agreements have it.
    EveryFifthYear,
    /// Off every year.
    EveryYear,
}

/// The days that law leaves to employer or collective agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidaySwitches {
    /// 5 May in the Netherlands.
    pub liberation_day: LiberationDay,
    /// Good Friday where it is no public holiday: the Netherlands.
    pub good_friday: bool,
    /// Midsummer Eve, Christmas Eve and New Year's Eve in Sweden; 5 June, 24 and 31 December in Denmark.
    pub eves: bool,
    /// A single working day between a holiday and a weekend.
    pub bridge_days: bool,
}

/// Returns Easter Sunday of a year of the Gregorian calendar.
///
/// The anonymous algorithm of Meeus, *Astronomical Algorithms* (1991), chapter 8. `None` beyond year 9999.
pub fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let a = y.rem_euclid(19);
    let (b, c) = (y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// On which day of a year a holiday falls.
#[derive(Debug, Clone, Copy)]
enum Falls {
    /// A month and day.
    On(i8, i8),
    /// The same, a day earlier when that is a Sunday (King's Day).
    OnOrSaturday(i8, i8),
    /// Days from Easter Sunday.
    Easter(i32),
    /// The first such weekday on or after a month and day.
    From(Weekday, i8, i8),
    /// The given days after a month and day, when that day is the given weekday (a British substitute day).
    Substitute { weekday: Weekday, month: i8, day: i8, days_later: i32 },
    /// One date only.
    Once(i16, i8, i8),
}

/// In which years, and under which switch, a rule holds.
#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    Until(i16),
    EveryFifthYear,
    OtherYears,
    GoodFriday,
    Eves,
    Except(&'static [i16]),
}

/// One holiday.
#[derive(Debug, Clone, Copy)]
struct Rule {
    falls: Falls,
    when: When,
    name: &'static str,
}

const fn rule(falls: Falls, name: &'static str) -> Rule {
    Rule { falls, when: When::Always, name }
}

impl Rule {
    const fn only(mut self, when: When) -> Self {
        self.when = when;
        self
    }

    fn applies(&self, switches: HolidaySwitches) -> bool {
        match self.when {
            When::Always | When::Until(_) | When::Except(_) => true,
            When::EveryFifthYear => switches.liberation_day != LiberationDay::Never,
            When::OtherYears => switches.liberation_day == LiberationDay::EveryYear,
            When::GoodFriday => switches.good_friday,
            When::Eves => switches.eves,
        }
    }

    fn falls_on(&self, date: Date) -> bool {
        self.date_in(date.year()) == Some(date)
    }

    fn date_in(&self, year: i16) -> Option<Date> {
        let held = match self.when {
            When::Always | When::GoodFriday | When::Eves => true,
            When::Until(last) => year <= last,
            When::EveryFifthYear => year % 5 == 0,
            When::OtherYears => year % 5 != 0,
            When::Except(years) => !years.contains(&year),
        };
        if held { self.falls.date_in(year) } else { None }
    }
}

impl Falls {
    fn date_in(self, year: i16) -> Option<Date> {
        match self {
            Self::On(month, day) => Date::new(year, month, day).ok(),
            Self::OnOrSaturday(month, day) => {
                let date = Date::new(year, month, day).ok()?;
                if date.weekday() == Sunday { date.yesterday().ok() } else { Some(date) }
            }
            Self::Easter(days) => easter_sunday(year)?.checked_add(days.days()).ok(),
            Self::From(weekday, month, day) => {
                let first = Date::new(year, month, day).ok()?;
                let ahead = weekday.since(first.weekday());
                first.checked_add(i32::from(ahead).days()).ok()
            }
            Self::Substitute { weekday, month, day, days_later } => {
                let date = Date::new(year, month, day).ok()?;
                if date.weekday() == weekday {
                    date.checked_add(days_later.days()).ok()
                } else {
                    None
                }
            }
            Self::Once(only, month, day) => {
                if year == only {
                    Date::new(only, month, day).ok()
                } else {
                    None
                }
            }
        }
    }
}

use Falls::{Easter, From, On, OnOrSaturday, Once, Substitute};

/// Algemene termijnenwet art. 3; Good Friday and 5 May by agreement.
const NL: &[Rule] = &[
    rule(On(1, 1), "Nieuwjaarsdag"),
    rule(Easter(-2), "Goede Vrijdag").only(When::GoodFriday),
    rule(Easter(0), "Eerste paasdag"),
    rule(Easter(1), "Tweede paasdag"),
    rule(OnOrSaturday(4, 27), "Koningsdag"),
    rule(On(5, 5), "Bevrijdingsdag").only(When::EveryFifthYear),
    rule(On(5, 5), "Bevrijdingsdag").only(When::OtherYears),
    rule(Easter(39), "Hemelvaartsdag"),
    rule(Easter(49), "Eerste pinksterdag"),
    rule(Easter(50), "Tweede pinksterdag"),
    rule(On(12, 25), "Eerste kerstdag"),
    rule(On(12, 26), "Tweede kerstdag"),
];

/// Lag (1989:253) om allmänna helgdagar; the eves by custom.
const SE: &[Rule] = &[
    rule(On(1, 1), "Nyårsdagen"),
    rule(On(1, 6), "Trettondedag jul"),
    rule(Easter(-2), "Långfredagen"),
    rule(Easter(0), "Påskdagen"),
    rule(Easter(1), "Annandag påsk"),
    rule(On(5, 1), "Första maj"),
    rule(Easter(39), "Kristi himmelsfärdsdag"),
    rule(Easter(49), "Pingstdagen"),
    rule(On(6, 6), "Sveriges nationaldag"),
    rule(From(Friday, 6, 19), "Midsommarafton").only(When::Eves),
    rule(From(Saturday, 6, 20), "Midsommardagen"),
    rule(From(Saturday, 10, 31), "Alla helgons dag"),
    rule(On(12, 24), "Julafton").only(When::Eves),
    rule(On(12, 25), "Juldagen"),
    rule(On(12, 26), "Annandag jul"),
    rule(On(12, 31), "Nyårsafton").only(When::Eves),
];

/// The nine nationwide days, and the one nationwide Reformation Day.
const DE: &[Rule] = &[
    rule(On(1, 1), "Neujahr"),
    rule(Easter(-2), "Karfreitag"),
    rule(Easter(1), "Ostermontag"),
    rule(On(5, 1), "Tag der Arbeit"),
    rule(Easter(39), "Christi Himmelfahrt"),
    rule(Easter(50), "Pfingstmontag"),
    rule(On(10, 3), "Tag der Deutschen Einheit"),
    rule(Once(2017, 10, 31), "Reformationstag"),
    rule(On(12, 25), "Erster Weihnachtstag"),
    rule(On(12, 26), "Zweiter Weihnachtstag"),
];

/// Feestdagenwet of 4 January 1974, with the two Sundays.
const BE: &[Rule] = &[
    rule(On(1, 1), "Nieuwjaar"),
    rule(Easter(0), "Pasen"),
    rule(Easter(1), "Paasmaandag"),
    rule(On(5, 1), "Dag van de Arbeid"),
    rule(Easter(39), "Onze-Lieve-Heer-Hemelvaart"),
    rule(Easter(49), "Pinksteren"),
    rule(Easter(50), "Pinkstermaandag"),
    rule(On(7, 21), "Nationale feestdag"),
    rule(On(8, 15), "Onze-Lieve-Vrouw-Hemelvaart"),
    rule(On(11, 1), "Allerheiligen"),
    rule(On(11, 11), "Wapenstilstand"),
    rule(On(12, 25), "Kerstmis"),
];

/// Great Prayer Day was abolished after 2023 (lov nr. 214 af 06/03/2023).
const DK: &[Rule] = &[
    rule(On(1, 1), "Nytårsdag"),
    rule(Easter(-3), "Skærtorsdag"),
    rule(Easter(-2), "Langfredag"),
    rule(Easter(0), "Påskedag"),
    rule(Easter(1), "2. påskedag"),
    rule(Easter(26), "Store bededag").only(When::Until(2023)),
    rule(Easter(39), "Kristi himmelfartsdag"),
    rule(Easter(49), "Pinsedag"),
    rule(Easter(50), "2. pinsedag"),
    rule(On(6, 5), "Grundlovsdag").only(When::Eves),
    rule(On(12, 24), "Juleaftensdag").only(When::Eves),
    rule(On(12, 25), "Juledag"),
    rule(On(12, 26), "2. juledag"),
    rule(On(12, 31), "Nytårsaftensdag").only(When::Eves),
];

/// Lov om helligdager and the two days of 1947.
const NO: &[Rule] = &[
    rule(On(1, 1), "Første nyttårsdag"),
    rule(Easter(-3), "Skjærtorsdag"),
    rule(Easter(-2), "Langfredag"),
    rule(Easter(0), "Første påskedag"),
    rule(Easter(1), "Andre påskedag"),
    rule(On(5, 1), "Arbeidernes dag"),
    rule(On(5, 17), "Grunnlovsdagen"),
    rule(Easter(39), "Kristi himmelfartsdag"),
    rule(Easter(49), "Første pinsedag"),
    rule(Easter(50), "Andre pinsedag"),
    rule(On(12, 25), "Første juledag"),
    rule(On(12, 26), "Andre juledag"),
];

/// Midsummer Eve and Christmas Eve are days off here without a switch: no list leaves them out.
const FI: &[Rule] = &[
    rule(On(1, 1), "Uudenvuodenpäivä"),
    rule(On(1, 6), "Loppiainen"),
    rule(Easter(-2), "Pitkäperjantai"),
    rule(Easter(0), "Pääsiäispäivä"),
    rule(Easter(1), "Toinen pääsiäispäivä"),
    rule(On(5, 1), "Vappu"),
    rule(Easter(39), "Helatorstai"),
    rule(Easter(49), "Helluntaipäivä"),
    rule(From(Friday, 6, 19), "Juhannusaatto"),
    rule(From(Saturday, 6, 20), "Juhannuspäivä"),
    rule(From(Saturday, 10, 31), "Pyhäinpäivä"),
    rule(On(12, 6), "Itsenäisyyspäivä"),
    rule(On(12, 24), "Jouluaatto"),
    rule(On(12, 25), "Joulupäivä"),
    rule(On(12, 26), "Tapaninpäivä"),
];

/// Banking and Financial Dealings Act 1971 with its substitute days, and the proclaimed changes up to 2026.
const GB: &[Rule] = &[
    rule(On(1, 1), "New Year’s Day"),
    rule(SUBSTITUTE_NEW_YEAR_SATURDAY, "New Year’s Day, substitute"),
    rule(SUBSTITUTE_NEW_YEAR_SUNDAY, "New Year’s Day, substitute"),
    rule(Easter(-2), "Good Friday"),
    rule(Easter(1), "Easter Monday"),
    rule(From(Monday, 5, 1), "Early May bank holiday").only(When::Except(&[2020])),
    rule(Once(2020, 5, 8), "Early May bank holiday, VE Day"),
    rule(Once(2023, 5, 8), "Coronation of King Charles III"),
    rule(From(Monday, 5, 25), "Spring bank holiday").only(When::Except(&[2022])),
    rule(Once(2022, 6, 2), "Spring bank holiday"),
    rule(Once(2022, 6, 3), "Platinum Jubilee of Queen Elizabeth II"),
    rule(From(Monday, 8, 25), "Summer bank holiday"),
    rule(Once(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
    rule(On(12, 25), "Christmas Day"),
    rule(On(12, 26), "Boxing Day"),
    rule(SUBSTITUTE_CHRISTMAS_SATURDAY, "Christmas Day, substitute"),
    rule(SUBSTITUTE_CHRISTMAS_SUNDAY, "Christmas Day, substitute"),
    rule(SUBSTITUTE_BOXING_SATURDAY, "Boxing Day, substitute"),
    rule(SUBSTITUTE_BOXING_SUNDAY, "Boxing Day, substitute"),
];

const SUBSTITUTE_NEW_YEAR_SATURDAY: Falls =
    Substitute { weekday: Saturday, month: 1, day: 1, days_later: 2 };
const SUBSTITUTE_NEW_YEAR_SUNDAY: Falls =
    Substitute { weekday: Sunday, month: 1, day: 1, days_later: 1 };
const SUBSTITUTE_CHRISTMAS_SATURDAY: Falls =
    Substitute { weekday: Saturday, month: 12, day: 25, days_later: 2 };
const SUBSTITUTE_CHRISTMAS_SUNDAY: Falls =
    Substitute { weekday: Sunday, month: 12, day: 25, days_later: 2 };
const SUBSTITUTE_BOXING_SATURDAY: Falls =
    Substitute { weekday: Saturday, month: 12, day: 26, days_later: 2 };
const SUBSTITUTE_BOXING_SUNDAY: Falls =
    Substitute { weekday: Sunday, month: 12, day: 26, days_later: 2 };

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the days off of a year against dates by hand, written `MM-DD`.
    #[track_caller]
    fn check(country: Country, year: i16, switches: HolidaySwitches, wanted: &[&str]) {
        let days = country.holidays_of(year, switches);
        let got: Vec<String> =
            days.keys().map(|d| format!("{:02}-{:02}", d.month(), d.day())).collect();
        assert_eq!(got, wanted, "{} {year}", country.code());
    }

    fn customary(country: Country) -> HolidaySwitches {
        country.customary()
    }

    #[test]
    fn easter_falls_where_the_church_says() {
        // Published dates; 1818 and 2038 are the earliest and latest possible days.
        for (year, month, day) in
            [(1818, 3, 22), (2015, 4, 5), (2024, 3, 31), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)]
        {
            assert_eq!(easter_sunday(year), Date::new(year, month, day).ok());
        }
    }

    #[test]
    fn dutch_days_follow_the_company() {
        let off = customary(Country::Nl);
        let days =
            ["01-01", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26"];
        check(Country::Nl, 2026, off, &days);
        let every = HolidaySwitches { liberation_day: LiberationDay::EveryYear, ..off };
        assert!(Country::Nl.is_day_off(Date::constant(2026, 5, 5), every));
        assert!(Country::Nl.is_day_off(Date::constant(2025, 5, 5), off));
        assert!(!Country::Nl.is_day_off(Date::constant(2026, 5, 5), off));
        let friday = HolidaySwitches { good_friday: true, ..off };
        assert!(Country::Nl.is_day_off(Date::constant(2026, 4, 3), friday));
        assert!(!Country::Nl.is_day_off(Date::constant(2026, 4, 3), off));
    }

    #[test]
    fn kings_day_moves_to_saturday() {
        assert!(Country::Nl.is_day_off(Date::constant(2025, 4, 26), customary(Country::Nl)));
        assert!(!Country::Nl.is_day_off(Date::constant(2025, 4, 27), customary(Country::Nl)));
    }

    #[test]
    fn swedish_eves_are_off_by_custom_and_can_be_worked() {
        let custom = customary(Country::Se);
        let worked = HolidaySwitches { eves: false, ..custom };
        for eve in [Date::constant(2026, 6, 19), Date::constant(2026, 12, 24)] {
            assert!(Country::Se.is_day_off(eve, custom));
            assert!(!Country::Se.is_day_off(eve, worked));
        }
        // Midsummer Day moves between 20 and 26 June, All Saints' Day between 31 October and 6 November.
        assert!(Country::Se.is_day_off(Date::constant(2027, 6, 26), custom));
        assert!(Country::Se.is_day_off(Date::constant(2026, 10, 31), custom));
    }

    #[test]
    fn a_bridge_day_lies_between_a_holiday_and_a_weekend() {
        let bridged = HolidaySwitches { bridge_days: true, ..customary(Country::Se) };
        // Ascension is Thursday 14 May 2026; Epiphany is Tuesday 6 January 2026.
        assert!(Country::Se.is_day_off(Date::constant(2026, 5, 15), bridged));
        assert!(Country::Se.is_day_off(Date::constant(2026, 1, 5), bridged));
        assert!(!Country::Se.is_day_off(Date::constant(2026, 5, 15), customary(Country::Se)));
        assert!(!Country::Se.is_day_off(Date::constant(2026, 5, 22), bridged));
    }

    #[test]
    fn british_days_have_substitutes() {
        let off = customary(Country::Gb);
        check(
            Country::Gb,
            2022,
            off,
            &[
                "01-01", "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19",
                "12-25", "12-26", "12-27",
            ],
        );
        check(
            Country::Gb,
            2021,
            off,
            &[
                "01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-25", "12-26", "12-27",
                "12-28",
            ],
        );
    }

    #[test]
    fn great_prayer_day_ended_in_2023() {
        let off = customary(Country::Dk);
        assert!(Country::Dk.is_day_off(Date::constant(2023, 5, 5), off));
        assert!(!Country::Dk.is_day_off(Date::constant(2024, 4, 26), off));
    }

    #[test]
    fn a_country_is_read_by_code() {
        assert_eq!("uk".parse::<Country>(), Ok(Country::Gb));
        assert_eq!("se".parse::<Country>(), Ok(Country::Se));
        assert!("XX".parse::<Country>().unwrap_err().contains("NL, SE"));
    }
}
