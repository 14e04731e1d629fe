//! What is sent as a text of a certain form: ids, instants, dues, lines, words. A text of another form is refused.

use jiff::Timestamp;
use jiff::civil::Date;
use promise::{Person, Words};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use service::Wanted;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

fn schema(description: &str, format: Option<&str>, example: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .format(format.map(|format| SchemaFormat::Custom(format.to_owned())))
        .examples([example])
}

macro_rules! ids {
    ($($name:ident = $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) struct $name(pub(crate) promise::$name);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                let wanted = "wanted an id such as 0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11";
                text.parse().map(Self).map_err(|_| de::Error::custom(wanted))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let example = "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11";
                schema($description, Some("uuid"), example).into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

ids! {
    AccountId = "The id of an account.";
    CapabilityId = "The id of a capability.";
    ClaimId = "The id of a public statement.";
    ContactId = "The id of a contact.";
    CounterPromiseId = "The id of a counter-promise.";
    ForecastId = "The id of a forecast.";
    MemberId = "The id of a member.";
    PromiseId = "The id of a promise.";
    QuoteId = "The id of a quote.";
    TieId = "The id of what a promise is tied to outside the company.";
}

/// An instant in RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Instant(pub(crate) Timestamp);

impl Instant {
    /// Reads an instant; whatever is finer than a microsecond is cut.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let at: Timestamp = text.parse().ok()?;
        Timestamp::from_microsecond(at.as_microsecond()).ok().map(Self)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let wanted = "wanted an instant such as 2026-03-12T14:00:00Z";
        Self::parse(&text).ok_or_else(|| de::Error::custom(wanted))
    }
}

impl PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        schema("An instant, as RFC 3339 writes it.", Some("date-time"), "2026-03-12T14:00:00Z")
            .into()
    }
}

impl ToSchema for Instant {}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        // The library also reads a day in a longer text.
        let day = text.parse().ok().filter(|day: &Date| day.to_string() == text);
        day.map(Self).ok_or_else(|| de::Error::custom("wanted a day such as 2026-03-12"))
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        schema("A day of the calendar.", Some("date"), "2026-03-12").into()
    }
}

impl ToSchema for Day {}

/// A due as a text; it is read in the calendar of whoever it is meant for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct DueText(pub(crate) String);

impl PartialSchema for DueText {
    fn schema() -> RefOr<Schema> {
        let description = "A due: a day, a time on the wall, an ISO week, a month, a quarter, a half or a year. It \
             falls at the end of it, in the hours of the account's calendar.";
        let pattern = concat!(
            r"^\d{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?",
            r"|W(0[1-9]|[1-4]\d|5[0-3])|Q[1-4]|H[12]))?$"
        );
        schema(description, None, "2026-03-12")
            .examples(["2026-03-12", "2026-03-12T15:00", "2026-W11", "2026-03", "2026-Q1"])
            .pattern(Some(pattern))
            .into()
    }
}

impl ToSchema for DueText {}

/// A text on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line(pub(crate) promise::Line);

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        promise::Line::new(&text).map(Self).map_err(misfit)
    }
}

impl PartialSchema for Line {
    fn schema() -> RefOr<Schema> {
        let example = "The link to our stock system runs on your test server";
        schema(
            "A text on one line, without control characters; blanks around it are cut.",
            None,
            example,
        )
        .pattern(Some(r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"))
        .min_length(Some(1))
        .max_length(Some(300))
        .into()
    }
}

impl ToSchema for Line {}

/// What a person wrote or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said(pub(crate) String);

impl Said {
    /// The words, as this person's.
    pub(crate) fn by(&self, speaker: Person) -> Words {
        // What a person said was held against the same rule when it was read.
        Words::new(speaker, &self.0).unwrap_or_else(|_| Words::erased(speaker))
    }

    /// The words as a text; nothing when they were left out.
    pub(crate) fn some(said: Option<Self>) -> String {
        said.map(|Self(text)| text).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let anybody = Person::Member(promise::MemberId::new(Uuid::nil()));
        Words::new(anybody, &text).map_err(misfit)?;
        Ok(Self(text))
    }
}

impl PartialSchema for Said {
    fn schema() -> RefOr<Schema> {
        let description =
            "What somebody wrote or said, word for word; kept as that person's own data.";
        schema(description, None, "The test server comes a week later than planned.")
            .pattern(Some(concat!(
                r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f]",
                r"[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"
            )))
            .min_length(Some(1))
            .max_length(Some(4000))
            .into()
    }
}

impl ToSchema for Said {}

fn misfit<E: de::Error>(error: promise::words::TextError) -> E {
    E::custom(format!("wanted {}", Wanted::from(error)))
}
