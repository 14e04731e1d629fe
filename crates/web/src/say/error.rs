//! Why something was not done, in the reader's words: which field, what was given, what is wanted.

use calendar::CalendarError;
use import::file::Content;
use import::{BadRow, ImportError};
use ledger::{LedgerError, StoreError};
use promise::capability::{CapabilityRefusal, MOST_NAMES};
use promise::terms::Gap;
use promise::{Refusal, Side, StateName};
use service::{ServiceError, Wanted};

use super::Voice;

impl Voice {
    /// Why something was not done.
    pub(crate) fn error(&self, error: &ServiceError) -> String {
        let t = self.t();
        match error {
            ServiceError::Refused(refusal) => self.refusal(refusal),
            ServiceError::NotFound { what, given } => t.error_not_found(&self.thing(what), given),
            ServiceError::Input { field, given, wanted } => {
                t.error_input(&self.field(field), given, &self.wanted(*wanted))
            }
            ServiceError::Stale { .. } => t.error_stale().to_owned(),
            ServiceError::Import(error) => self.import_error(error),
            ServiceError::BadRows { count, .. } => t.error_bad_rows(*count),
            ServiceError::Calendar(error) => self.calendar_error(error),
            ServiceError::Plan(_) => t.error_plan().to_owned(),
            ServiceError::Ledger(LedgerError::Store(StoreError::KeyReused { .. })) => {
                t.error_key_reused().to_owned()
            }
            ServiceError::Ledger(_) => t.error_ledger().to_owned(),
            ServiceError::NoOrganisation => t.error_no_organisation().to_owned(),
        }
    }

    fn refusal(&self, refusal: &Refusal) -> String {
        let t = self.t();
        match refusal {
            Refusal::NoPromise { .. } => t.error_no_promise().to_owned(),
            Refusal::NotInState { state, .. } => t.error_not_in_state(&self.state_name(*state)),
            Refusal::WrongSide { wanted: Side::Us, .. } => t.error_only_us().to_owned(),
            Refusal::WrongSide { wanted: Side::Account, .. } => t.error_only_account().to_owned(),
            Refusal::Missing(gaps) => {
                let names: Vec<&str> = gaps.iter().map(|gap| self.gap(*gap)).collect();
                t.error_missing(&names.join(", "))
            }
            Refusal::NotAhead { field, given, now } => {
                t.error_not_ahead(&self.field(field), &self.moment(*given), &self.moment(*now))
            }
            Refusal::NotYet { field, given, now } => {
                t.error_not_yet(&self.field(field), &self.moment(*given), &self.moment(*now))
            }
            Refusal::BeforeBegun { field, given, begun } => {
                t.error_before_begun(&self.field(field), &self.moment(*given), &self.moment(*begun))
            }
            Refusal::BelowPolicy { due, chance, policy } => t.error_below_policy(
                &self.due(due),
                &self.chance_in_words(*chance),
                &self.level(*policy),
            ),
            Refusal::NothingToChange => t.error_nothing_to_change().to_owned(),
            Refusal::NoGround => t.error_no_ground().to_owned(),
            Refusal::NothingProposed { .. } => t.error_nothing_proposed().to_owned(),
            Refusal::ProposalPassed { due } => t.error_proposal_passed(&self.due(due)),
            Refusal::NoCounterPromise { .. } => t.error_no_counter_promise().to_owned(),
            Refusal::CounterPromiseMet { at, .. } => t.error_counter_met(&self.moment(*at)),
            Refusal::NoVoid { .. } => t.error_no_void().to_owned(),
            Refusal::NoTie { .. } => t.error_no_tie().to_owned(),
            Refusal::TieEnded { .. } => t.error_tie_ended().to_owned(),
            Refusal::ForecastAhead { .. } => t.error_plan().to_owned(),
            Refusal::Capability(refusal) => self.capability_refusal(refusal),
            Refusal::Calendar(error) => self.calendar_error(error),
        }
    }

    fn capability_refusal(&self, refusal: &CapabilityRefusal) -> String {
        let t = self.t();
        match refusal {
            CapabilityRefusal::None => t.error_no_capability().to_owned(),
            CapabilityRefusal::Registered { name } => t.error_capability_registered(name),
            CapabilityRefusal::Retired { name, reason } => t.error_capability_retired(name, reason),
            CapabilityRefusal::NameTaken { name, other } => t.error_name_taken(name, other),
            CapabilityRefusal::NamedTwice { name } => t.error_named_twice(name),
            CapabilityRefusal::TooManyNames { given } => {
                t.error_too_many_names(&self.lang.count(*given), &self.lang.count(MOST_NAMES))
            }
            CapabilityRefusal::SinceAhead { given, .. } => {
                t.error_since_ahead(&self.lang.full_day(*given))
            }
            CapabilityRefusal::DayPassed { given, .. } => {
                t.error_day_passed(&self.lang.full_day(*given))
            }
            CapabilityRefusal::Unanswered { name } => t.error_capability_unanswered(name),
            CapabilityRefusal::NotPlanned { name, reason } => {
                t.error_capability_not_planned(name, reason)
            }
            CapabilityRefusal::ForecastPassed { name, day } => {
                t.error_capability_passed(name, &self.lang.full_day(*day))
            }
            CapabilityRefusal::NothingToChange => t.error_nothing_new().to_owned(),
        }
    }

    fn wanted(&self, wanted: Wanted) -> String {
        let t = self.t();
        match wanted {
            Wanted::Word => t.wanted_word().to_owned(),
            Wanted::Shorter { most, given } => {
                t.wanted_shorter(&self.lang.count(most), &self.lang.count(given))
            }
            Wanted::PlainText { at } => t.wanted_plain_text(&at),
            Wanted::OnlyOnce => t.wanted_only_once().to_owned(),
            Wanted::Order => t.wanted_order().to_owned(),
            Wanted::Address => t.wanted_address().to_owned(),
            Wanted::Speaker => t.wanted_speaker().to_owned(),
            Wanted::QuoteWithDates => t.wanted_quote().to_owned(),
            Wanted::Between { from, to } => t.wanted_between(&self.day_of(from), &self.day_of(to)),
            Wanted::Manager => t.wanted_manager().to_owned(),
            Wanted::Cost => t.wanted_cost().to_owned(),
            Wanted::OvertimePercent => t.wanted_overtime_percent().to_owned(),
            Wanted::Absence => t.wanted_absence().to_owned(),
            Wanted::OvertimeHours => t.wanted_overtime_hours().to_owned(),
            Wanted::KnownPromise => t.wanted_known_promise().to_owned(),
            Wanted::AnotherPromise => t.wanted_another_promise().to_owned(),
            Wanted::Days { most } => t.wanted_days(&most),
            Wanted::NoCircle => t.wanted_no_circle().to_owned(),
            Wanted::Matter => t.wanted_matter().to_owned(),
        }
    }

    /// What a calendar could not answer.
    pub(crate) fn calendar_error(&self, error: &CalendarError) -> String {
        let t = self.t();
        match error {
            CalendarError::Window { given } => t.error_window(given),
            CalendarError::Zone { given } => t.error_zone(given),
            CalendarError::Due { given } => t.error_due(given),
            CalendarError::NoWorkingTime { next, .. } => {
                t.error_no_working_time(&self.lang.full_day(*next))
            }
            CalendarError::NeverOpen { .. } => t.error_never_open().to_owned(),
            CalendarError::OutOfRange => t.error_out_of_range().to_owned(),
        }
    }

    /// Why a file cannot be read.
    pub(crate) fn import_error(&self, error: &ImportError) -> String {
        let t = self.t();
        match error {
            ImportError::Mapping(what) => t.error_mapping(what),
            ImportError::Empty => t.error_file_empty().to_owned(),
            ImportError::NoColumn { field, column, present } => {
                t.error_no_column(field, column, present)
            }
            ImportError::NotMapped { field, .. } => t.error_not_mapped(field),
            ImportError::Ending { name } => t.error_file_ending(name),
            ImportError::NotAsNamed { name, content } => {
                t.error_file_not_as_named(name, &self.content(*content))
            }
            ImportError::Content { content } => t.error_file_content(&self.content(*content)),
            ImportError::Encoding { line } => t.error_encoding(line),
            ImportError::Csv(what) => t.error_csv(what),
            ImportError::TooManyRows { most } => t.error_too_many_rows(&self.lang.count(*most)),
            ImportError::Compressed(what) => t.error_compressed(what),
        }
    }

    /// What a file is by its first bytes.
    fn content(&self, content: Content) -> &'static str {
        let t = self.t();
        match content {
            Content::Text => t.content_text(),
            Content::Gzip => t.content_gzip(),
            Content::Zip => t.content_zip(),
            Content::OldWorkbook => t.content_workbook(),
            Content::Pdf => t.content_pdf(),
            Content::Json => t.content_json(),
            Content::Markup => t.content_markup(),
        }
    }

    /// Why a row cannot be taken: its line, and the sentence.
    pub(crate) fn bad_row(&self, row: &BadRow) -> String {
        let t = self.t();
        let wanted = match &row.wanted {
            import::Wanted::Columns(count) => t.wanted_columns(count),
            import::Wanted::Once { first } => t.wanted_once(first),
            import::Wanted::Date => t.wanted_date().to_owned(),
            import::Wanted::DateAsMapped => t.wanted_date_as_mapped().to_owned(),
            import::Wanted::Number => t.wanted_number().to_owned(),
            import::Wanted::Id => t.wanted_id().to_owned(),
        };
        t.error_input(&row.field, &row.given, &wanted)
    }

    /// A field that is still missing.
    pub(crate) fn gap(&self, gap: Gap) -> &'static str {
        let t = self.t();
        match gap {
            Gap::Subject => t.gap_subject(),
            Gap::Contact => t.gap_contact(),
            Gap::Due => t.gap_due(),
            Gap::Strictness => t.gap_strictness(),
            Gap::Promisor => t.gap_promisor(),
            Gap::Owner => t.gap_owner(),
            Gap::Acceptance => t.gap_acceptance(),
            Gap::Consideration => t.gap_consideration(),
            Gap::Remedy => t.gap_remedy(),
            Gap::Ground => t.gap_ground(),
        }
    }

    /// The name of a field, as its label says it; a column of a file keeps its own name.
    fn field<'a>(&self, field: &'a str) -> &'a str {
        let t = self.t();
        match field {
            "subject" => t.field_subject(),
            "words" => t.field_words(),
            "name" | "admin" => t.field_name(),
            "email" => t.field_email(),
            "taken_by" => t.field_taken_by(),
            "reference" => t.field_reference(),
            "at" | "delivered_at" | "silence_ends" => t.field_delivered_at(),
            "expires" => t.field_expires(),
            "due" | "counter_promise.due" => t.field_due(),
            "policy" => t.field_policy(),
            "hour" => t.cost_hour(),
            "hired_hour" => t.cost_hired_hour(),
            "overtime_percent" => t.cost_overtime_percent(),
            "overtime_hours" => t.cost_overtime_hours(),
            "loss_per_day" => t.cost_loss_day(),
            "loss_per_breach" => t.cost_loss_breach(),
            "after" => t.field_after(),
            "days" => t.field_days(),
            "question" => t.field_question(),
            "names" => t.capability_names_more(),
            other => other,
        }
    }

    /// What kind of thing is not there.
    fn thing<'a>(&self, what: &'a str) -> &'a str {
        let t = self.t();
        match what {
            "promise" => t.thing_promise(),
            "account" => t.thing_account(),
            "contact" => t.thing_contact(),
            "calendar" => t.thing_calendar(),
            "promisor" | "owner" | "member" => t.thing_member(),
            other => other,
        }
    }

    /// The name of a state in a sentence.
    pub(crate) fn state_name(&self, state: StateName) -> &'static str {
        let t = self.t();
        match state {
            StateName::Draft => t.state_draft(),
            StateName::Discarded => t.state_discarded(),
            StateName::Offered => t.state_offered(),
            StateName::Lapsed => t.state_lapsed(),
            StateName::Declined => t.state_declined(),
            StateName::Withdrawn => t.state_withdrawn(),
            StateName::Recorded => t.state_recorded(),
            StateName::Accepted => t.state_accepted(),
            StateName::Late => t.state_late(),
            StateName::Delivered => t.state_delivered(),
            StateName::Settled => t.state_settled(),
            StateName::Released => t.state_released(),
            StateName::Void => t.state_void(),
        }
    }
}
