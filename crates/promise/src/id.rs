//! The names of things: 128-bit ids made by the program (`UUIDv7`, so they sort by age), one type each.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// A text that is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no {kind} id; wanted like 0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11")]
pub struct IdError {
    /// What kind of id was wanted.
    pub kind: &'static str,
    /// What was given.
    pub given: String,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $kind:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that the program made.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The plain id.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}:{}", $kind, self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let wrong = || IdError { kind: $kind, given: text.to_owned() };
                // Only the form that Display writes, so that one thing has one name in logs and addresses.
                if text.len() != 36 {
                    return Err(wrong());
                }
                Uuid::try_parse(text).map(Self).map_err(|_| wrong())
            }
        }
    )+};
}

ids! {
    /// The company that runs handslag.
    OrganisationId, "organisation";
    /// A promise.
    PromiseId, "promise";
    /// A customer company.
    AccountId, "account";
    /// A person at an account.
    ContactId, "contact";
    /// A person of the organisation.
    MemberId, "member";
    /// What the account promised in return.
    CounterPromiseId, "counter-promise";
    /// One computation of when a promise will be done.
    ForecastId, "forecast";
    /// One answer to "what can we promise?".
    QuoteId, "quote";
    /// What a promise is tied to outside the company.
    TieId, "tie";
    /// Something the product or service does.
    CapabilityId, "capability";
    /// A public statement that rests on a capability.
    ClaimId, "claim";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_shown() {
        let id = PromiseId::new(Uuid::from_u128(0x0195_d3a0_7c1e_7c40_9c2e_6a1f_6f3b_8d11));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(format!("{id:?}"), "promise:0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11");
    }

    #[test]
    fn other_spellings_are_refused_by_name() {
        for text in
            ["", "7", "0195d3a07c1e7c409c2e6a1f6f3b8d11", "{0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11}"]
        {
            let error = text.parse::<ContactId>().unwrap_err();
            assert!(error.to_string().contains("no contact id"), "{text:?}");
        }
    }
}
