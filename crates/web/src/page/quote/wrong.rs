//! At which field of the form it is shown what is wrong.

use std::collections::BTreeMap;

use promise::terms::{Draft, Gap};
use service::ServiceError;

use crate::say::Voice;

/// Notes the fields that an offer cannot be without.
pub(super) fn note_missing(
    voice: &Voice,
    draft: &Draft,
    errors: &mut BTreeMap<&'static str, String>,
) {
    for gap in draft.missing() {
        let field = match gap {
            Gap::Subject => "what",
            Gap::Contact => "contact",
            Gap::Due => "date",
            Gap::Strictness => "strictness",
            Gap::Promisor | Gap::Owner => "owner",
            Gap::Acceptance => "acceptance",
            Gap::Consideration => "return",
            Gap::Remedy => "remedy",
            Gap::Ground => "without",
        };
        errors.entry(field).or_insert_with(|| voice.t().error_missing(&voice.gap(gap)));
    }
}

/// At which field an error of the use case is shown.
pub(super) fn place_of(error: &ServiceError) -> &'static str {
    use promise::Refusal;
    if let ServiceError::Input { field: field @ ("taken_by" | "after"), .. } = error {
        return field;
    }
    let ServiceError::Refused(refusal) = error else { return "form" };
    match refusal {
        Refusal::NotAhead { field: "expires", .. } => "expires",
        Refusal::NotAhead { field: "due", .. } => "date",
        Refusal::BelowPolicy { .. } => "below_reason",
        Refusal::Capability(_) => "what",
        Refusal::NoPromise { .. }
        | Refusal::NotInState { .. }
        | Refusal::WrongSide { .. }
        | Refusal::Missing(_)
        | Refusal::NotAhead { .. }
        | Refusal::NotYet { .. }
        | Refusal::BeforeBegun { .. }
        | Refusal::NothingToChange
        | Refusal::NoGround
        | Refusal::NothingProposed { .. }
        | Refusal::ProposalPassed { .. }
        | Refusal::NoCounterPromise { .. }
        | Refusal::CounterPromiseMet { .. }
        | Refusal::NoVoid { .. }
        | Refusal::NoTie { .. }
        | Refusal::TieEnded { .. }
        | Refusal::ForecastAhead { .. }
        | Refusal::Calendar(_) => "form",
    }
}
