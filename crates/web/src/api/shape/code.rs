//! Closed sets, by the words that the domain gives them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

macro_rules! codes {
    ($($name:ident($of:ty, $code:ident, $of_code:ident) = $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) $of);

        impl $name {
            /// The one with this word.
            pub(crate) fn read(code: &str) -> Option<Self> {
                <$of>::$of_code(code).map(Self)
            }

            /// Every word, for whoever has to choose.
            pub(crate) fn wanted() -> String {
                let codes: Vec<&str> = <$of>::ALL.iter().map(|one| one.$code()).collect();
                format!("one of {}", codes.join(", "))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.0.$code())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = String::deserialize(from)?;
                let wrong = || de::Error::custom(format!("wanted {}", Self::wanted()));
                Self::read(&code).ok_or_else(wrong)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .description(Some($description))
                    .enum_values(Some(<$of>::ALL.iter().map(|one| one.$code())))
                    .into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

codes! {
    State(promise::StateName, code, of_code) = "What is true of a promise.";
    Health(promise::Health, code, of_code) = "How a promise stands by its forecast.";
    Side(promise::Side, code, of_code) = "Which side: the organisation, or the account.";
    Rule(promise::Rule, code, of_code) = "A rule of the program.";
    Strictness(promise::terms::Strictness, code, of_code) =
        "Whether missing the due is a breach by itself; chosen by a person, never guessed.";
    Consequence(promise::terms::Consequence, code, of_code) =
        "What the lateness of a counter-promise does to our promise.";
    RemedyKind(promise::terms::RemedyKind, code, of_code) = "In what form a breach is made good.";
    RemedyPer(promise::terms::RemedyPer, code, of_code) = "How often a remedy's amount falls due.";
    Reason(promise::renegotiation::Reason, code, of_code) = "Why a date moves, or a promise is withdrawn.";
    Measure(promise::settle::Measure, code, of_code) = "How much was delivered, in the account's eyes.";
    Timing(promise::settle::Timing, code, of_code) =
        "How a delivery stands to a due: before the on-time window, within it, or after the due.";
    Confirmation(promise::settle::Confirmation, code, of_code) = "Who said that it was delivered.";
    Currency(promise::money::Currency, code, of_code) = "The ISO 4217 code of a currency.";
    Role(promise::Role, code, of_code) = "What a member may do.";
    Language(promise::Language, code, of_code) = "The language somebody is written to in.";
    CapabilityState(promise::capability::StandingName, code, of_code) =
        "How a capability stands: there, forecast, not planned, taken out, or asked and not answered.";
    ClaimedFor(promise::claim::ClaimedForName, code, of_code) =
        "When a public statement says that something is there.";
    Grain(calendar::Grain, name, named) = "How exactly a due was promised.";
}

/// Where new work goes in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Place {
    /// Behind all that waits.
    #[default]
    Last,
    /// Before all that waits, behind what is under way.
    First,
}

impl From<Place> for forecast::Place {
    fn from(place: Place) -> Self {
        match place {
            Place::Last => Self::Last,
            Place::First => Self::First,
        }
    }
}
