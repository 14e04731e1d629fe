//! What the product does, as product answers for it, and what is claimed of it in public.
//!
//! A scan holds texts against the register and keeps which claims stand where, since when, and which are gone.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use language::Span;
use language::claims::{self, Register, Verdict, When};
use language::dates::Reading;
use language::wording::Exemptions;
use ledger::Told;
use promise::capability::{
    self, Answer, Capability, CapabilityEvent, CapabilityRefusal, OtherName, Standing,
};
use promise::claim::{Claim, ClaimEvent, ClaimedFor, FoundClaim, Passage};
use promise::{Actor, CapabilityId, Chance, ClaimId, Language, Line, Refusal};

use crate::company::{answer_of, answered, key};
use crate::{ATTEMPTS, Caller, Service, ServiceError};

/// A public text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicText {
    /// Where it stands: an address or the name of a file.
    pub place: Line,
    /// Its words.
    pub words: String,
    /// Its language.
    pub language: Language,
}

/// What a scan of texts changed in what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    /// How many claims stand in them.
    pub standing: usize,
    /// How many of them were not known before.
    pub new: usize,
    /// How many that stood in them are gone.
    pub gone: usize,
}

/// A public statement, with the capability it rests on as the register has it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting {
    /// Which one.
    pub id: ClaimId,
    /// The statement.
    pub claim: Claim,
    /// What it rests on.
    pub capability: Capability,
    /// Why that does not bear it; `None` where it does.
    pub wrong: Option<Wrong>,
}

impl Resting {
    /// Whether it may stay as it is.
    pub fn has_ground(&self) -> bool {
        self.wrong.is_none()
    }
}

/// Why a claim has no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It is claimed as there, or for an earlier day than it is forecast for.
    TooEarly,
    /// The day it was forecast for has passed, and product has not said that it is there.
    ForecastPassed,
    /// It is not there for as long as is claimed.
    Younger,
    /// Nobody works on it.
    NotPlanned,
    /// Product has not answered.
    Unanswered,
    /// It was taken out of the register.
    Retired,
}

impl Wrong {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::TooEarly,
        Self::ForecastPassed,
        Self::Younger,
        Self::NotPlanned,
        Self::Unanswered,
        Self::Retired,
    ];

    /// What is wrong with a claim of that worth.
    fn of(verdict: &Verdict<'_>) -> Option<Self> {
        match verdict {
            Verdict::Exists { .. } | Verdict::InTime { .. } => None,
            Verdict::TooEarly { .. } => Some(Self::TooEarly),
            Verdict::ForecastPassed { .. } => Some(Self::ForecastPassed),
            Verdict::Younger { .. } => Some(Self::Younger),
            Verdict::NotPlanned { .. } => Some(Self::NotPlanned),
            Verdict::Unanswered => Some(Self::Unanswered),
            Verdict::Retired { .. } => Some(Self::Retired),
        }
    }

    /// Its name in what is sent: the one of the rule that marks it in texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooEarly => "too_early",
            Self::ForecastPassed => "forecast_passed",
            Self::Younger => "younger",
            Self::NotPlanned => "not_planned",
            Self::Unanswered => "unanswered",
            Self::Retired => "retired",
        }
    }

    /// The one with this name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A capability of the register, with the public statements that rest on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: CapabilityId,
    /// What it is.
    pub capability: Capability,
    /// The claims that stand, by place.
    pub claims: Vec<Resting>,
}

/// Words of a letter that claim what the register does not bear out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfounded {
    /// Where the capability is named.
    pub span: Span,
    /// Which one.
    pub capability: CapabilityId,
    /// What is wrong.
    pub wrong: Wrong,
    /// The same in words, in the language of the letter.
    pub says: String,
    /// What to do instead, in the language of the letter.
    pub repair: String,
}

/// What happened to a capability, by whom and when; first one first.
pub type History = Vec<(CapabilityEvent, Actor, Timestamp)>;

impl Service {
    /// The register, by name; what was taken out of it comes with it.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn capabilities(
        &self,
        caller: &Caller,
    ) -> Result<Vec<(CapabilityId, Capability)>, ServiceError> {
        Ok(self.ledger.capabilities(caller.organisation).await?)
    }

    /// The register with what rests on it, by name, and the day on which the claims were judged.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn entries(&self, caller: &Caller) -> Result<(Vec<Entry>, Date), ServiceError> {
        let register = self.capabilities(caller).await?;
        let today = self.today_of(caller).await?;
        let mut claims: BTreeMap<CapabilityId, Vec<Resting>> = BTreeMap::new();
        for claim in self.resting(caller, &register, today).await? {
            claims.entry(claim.claim.found.capability).or_default().push(claim);
        }
        let entry = |(id, capability): (CapabilityId, Capability)| {
            let claims = claims.remove(&id).unwrap_or_default();
            Entry { id, capability, claims }
        };
        Ok((register.into_iter().map(entry).collect(), today))
    }

    /// A capability with what rests on it.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when there is no such capability.
    pub async fn entry(&self, caller: &Caller, id: CapabilityId) -> Result<Entry, ServiceError> {
        let entry = self.entries(caller).await?.0.into_iter().find(|entry| entry.id == id);
        Ok(entry.ok_or(Refusal::Capability(CapabilityRefusal::None))?)
    }

    /// What happened to a capability.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when there is no such capability.
    pub async fn capability_history(
        &self,
        caller: &Caller,
        id: CapabilityId,
    ) -> Result<History, ServiceError> {
        let events = self.ledger.capability_events(caller.organisation, id).await?;
        if events.is_empty() {
            return Err(Refusal::Capability(CapabilityRefusal::None).into());
        }
        Ok(events)
    }

    /// A capability as it was at a moment; `None` before it came into the register.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn capability_at(
        &self,
        caller: &Caller,
        id: CapabilityId,
        at: Timestamp,
    ) -> Result<Option<Capability>, ServiceError> {
        Ok(self.ledger.capability_at(caller.organisation, id, at).await?)
    }

    /// Brings a capability into the register; it waits for an answer of product then.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when another one is called so.
    pub async fn register_capability(
        &self,
        caller: &Caller,
        name: Line,
        names: Vec<OtherName>,
    ) -> Result<CapabilityId, ServiceError> {
        let fingerprint = format!("register {name} {names:?}");
        let id = CapabilityId::new(self.ledger.entropy().id(caller.at));
        let given = self
            .add_to_capability(caller, id, &fingerprint, |register, present| {
                capability::unmistakable(register, None, &name, &names)?;
                Capability::register(present, name.clone(), names.clone())
            })
            .await?;
        answered(&given)
    }

    /// Product answers: it exists, is forecast, or is not planned.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when there is no such capability, or the answer cannot be.
    pub async fn answer_capability(
        &self,
        caller: &Caller,
        id: CapabilityId,
        answer: Answer,
    ) -> Result<(), ServiceError> {
        let fingerprint = format!("answer {id} {answer:?}");
        let today = self.today_of(caller).await?;
        self.add_to_capability(caller, id, &fingerprint, |_, present| {
            present.ok_or(CapabilityRefusal::None)?.answer(answer.clone(), today)
        })
        .await
        .map(drop)
    }

    /// Calls a capability otherwise: its name, and all that texts call it besides.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when there is no such capability, or another one is called so.
    pub async fn call_capability(
        &self,
        caller: &Caller,
        id: CapabilityId,
        name: Line,
        names: Vec<OtherName>,
    ) -> Result<(), ServiceError> {
        let fingerprint = format!("call {id} {name} {names:?}");
        self.add_to_capability(caller, id, &fingerprint, |register, present| {
            let present = present.ok_or(CapabilityRefusal::None)?;
            capability::unmistakable(register, Some(id), &name, &names)?;
            present.call(name.clone(), names.clone())
        })
        .await
        .map(drop)
    }

    /// Takes a capability out of the register, for good.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when there is no such capability, or it was taken out before.
    pub async fn retire_capability(
        &self,
        caller: &Caller,
        id: CapabilityId,
        reason: Line,
    ) -> Result<(), ServiceError> {
        let fingerprint = format!("retire {id} {reason}");
        self.add_to_capability(caller, id, &fingerprint, |_, present| {
            present.ok_or(CapabilityRefusal::None)?.retire(reason.clone())
        })
        .await
        .map(drop)
    }

    /// Holds texts against the register, and keeps which claims stand in them.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when a sentence that claims is longer than can be kept; then nothing was.
    pub async fn scan_claims(
        &self,
        caller: &Caller,
        texts: &[PublicText],
    ) -> Result<Scanned, ServiceError> {
        let fingerprint = format!("scan {texts:?}");
        if let Some(before) = self.recalled(caller, &fingerprint).await? {
            return answered(&before);
        }
        let mut attempt = 1;
        loop {
            let capabilities = self.capabilities(caller).await?;
            let today = self.today_of(caller).await?;
            let found = found_in(texts, &capabilities, today)?;
            let known = self.ledger.claims(caller.organisation).await?;
            let mut batch = self.ledger.batch(caller.organisation);
            let mut scanned = Scanned { standing: found.len(), ..Scanned::default() };
            for one in &found {
                let (id, told, event) = match known.iter().find(|(_, claim)| claim.is(one)) {
                    Some((id, claim)) => {
                        let Some(event) = claim.see(caller.at) else { continue };
                        (*id, self.ledger.claim(caller.organisation, *id).await?, event)
                    }
                    None => {
                        scanned.new += 1;
                        let id = ClaimId::new(self.ledger.entropy().id(caller.at));
                        let told = Told { state: None, head: ledger::Head::default() };
                        (id, told, ClaimEvent::Found(one.clone()))
                    }
                };
                batch.claim_event(id, &told, &event, caller.by, caller.at);
            }
            let was_here = |claim: &Claim| texts.iter().any(|text| text.place == claim.found.place);
            for (id, claim) in &known {
                let is_gone = was_here(claim) && !found.iter().any(|one| claim.is(one));
                let Some(event) = claim.miss().filter(|_| is_gone) else { continue };
                scanned.gone += 1;
                let told = self.ledger.claim(caller.organisation, *id).await?;
                batch.claim_event(*id, &told, &event, caller.by, caller.at);
            }
            let answer = scanned.to_string();
            let key = key(caller, &fingerprint, &answer);
            match batch.commit(&key, caller.at).await.map_err(ServiceError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return answered(&outcome.map(|outcome| answer_of(outcome, &answer))?),
            }
        }
    }

    /// The public statements that stand, by place, each with what it rests on now.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn standing_claims(&self, caller: &Caller) -> Result<Vec<Resting>, ServiceError> {
        let register = self.capabilities(caller).await?;
        let today = self.today_of(caller).await?;
        self.resting(caller, &register, today).await
    }

    /// The public statements that stand, by place, judged by a register on a day.
    async fn resting(
        &self,
        caller: &Caller,
        capabilities: &[(CapabilityId, Capability)],
        today: Date,
    ) -> Result<Vec<Resting>, ServiceError> {
        let register = register_of(capabilities);
        let claims = self.ledger.claims(caller.organisation).await?;
        let resting = claims.into_iter().filter(|(_, claim)| claim.gone.is_none()).filter_map(
            |(id, claim)| {
                let place =
                    capabilities.iter().position(|(id, _)| *id == claim.found.capability)?;
                let when = when_of(claim.found.claimed_for);
                let wrong = Wrong::of(&register.judge_said(place, when, today));
                let capability = capabilities.get(place)?.1.clone();
                Some(Resting { id, claim, capability, wrong })
            },
        );
        Ok(resting.collect())
    }

    /// Refuses to promise what product has not answered for: no text of a promise may name such a capability.
    pub(crate) async fn check_promised(
        &self,
        caller: &Caller,
        texts: &[&Line],
    ) -> Result<(), ServiceError> {
        let mut capabilities = self.capabilities(caller).await?;
        // A name that was taken out may be another one's now, and that one is meant.
        capabilities.sort_by_key(|(_, one)| matches!(one.standing, Standing::Retired { .. }));
        let register = register_of(&capabilities);
        let today = self.today_of(caller).await?;
        for text in texts {
            // So short a text does not tell its language.
            for lang in Language::ALL {
                for place in register.named(text.as_str(), lang_of(*lang)) {
                    let Some((_, capability)) = capabilities.get(place) else { continue };
                    capability.bears(today).map_err(Refusal::from)?;
                }
            }
        }
        Ok(())
    }

    /// The claims of a letter without ground, in order; those that the letter exempts are left out.
    pub(crate) async fn unfounded(
        &self,
        caller: &Caller,
        text: &str,
        reading: &Reading<'_>,
    ) -> Result<Vec<Unfounded>, ServiceError> {
        let capabilities = self.capabilities(caller).await?;
        let register = register_of(&capabilities);
        let exemptions = Exemptions::of(text);
        let claims = register.find(text, reading).into_iter().filter_map(|claim| {
            let verdict = register.judge(&claim, reading.reference.date());
            let wrong = Wrong::of(&verdict)?;
            let (id, capability) = capabilities.get(claim.capability)?;
            let rule = format!("claim_{}", wrong.code());
            let said = verdict.said(capability.name.as_str(), reading.lang)?;
            let is_exempted = exemptions.reason(&rule, claim.mention).is_some();
            (!is_exempted).then_some(Unfounded {
                span: claim.mention,
                capability: *id,
                wrong,
                says: said.says,
                repair: said.repair,
            })
        });
        Ok(claims.collect())
    }

    /// The day it is where the organisation is.
    async fn today_of(&self, caller: &Caller) -> Result<Date, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let zone = TimeZone::get(&organisation.zone).unwrap_or(TimeZone::UTC);
        Ok(caller.at.to_zoned(zone).date())
    }

    /// Adds an event to a capability, decided on the register and on itself; returns what was answered, now or under the
    /// same key before.
    async fn add_to_capability(
        &self,
        caller: &Caller,
        id: CapabilityId,
        fingerprint: &str,
        event: impl Fn(
            &[(CapabilityId, Capability)],
            Option<&Capability>,
        ) -> Result<CapabilityEvent, CapabilityRefusal>,
    ) -> Result<String, ServiceError> {
        let answer = id.to_string();
        if let Some(before) = self.recalled(caller, fingerprint).await? {
            return Ok(before);
        }
        let mut attempt = 1;
        loop {
            // Read anew on every attempt: another server may have given the name to another one in between.
            let register = self.capabilities(caller).await?;
            let told = self.ledger.capability(caller.organisation, id).await?;
            let event = event(&register, told.state.as_ref()).map_err(Refusal::from)?;
            let mut batch = self.ledger.batch(caller.organisation);
            batch.capability_event(id, &told, &event, caller.by, caller.at);
            let key = key(caller, fingerprint, &answer);
            match batch.commit(&key, caller.at).await.map_err(ServiceError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome.map(|outcome| answer_of(outcome, &answer)),
            }
        }
    }
}

impl std::fmt::Display for Scanned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.standing, self.new, self.gone)
    }
}

impl std::str::FromStr for Scanned {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut counts = text.split(' ');
        let mut next = || counts.next().unwrap_or_default().parse();
        Ok(Self { standing: next()?, new: next()?, gone: next()? })
    }
}

/// The claims of texts, each once.
fn found_in(
    texts: &[PublicText],
    capabilities: &[(CapabilityId, Capability)],
    today: Date,
) -> Result<Vec<FoundClaim>, ServiceError> {
    let register = register_of(capabilities);
    let mut all: Vec<FoundClaim> = Vec::new();
    for text in texts {
        let reading = Reading::at(today.at(0, 0, 0, 0), lang_of(text.language));
        for claim in register.find(&text.words, &reading) {
            let Some((id, _)) = capabilities.get(claim.capability) else { continue };
            let words = claim.sentence.of(&text.words);
            let words = Passage::new(words)
                .map_err(|error| ServiceError::of_text("words", words, error))?;
            let claimed_for = claimed_for(claim.when);
            let found =
                FoundClaim { place: text.place.clone(), words, capability: *id, claimed_for };
            if !all.contains(&found) {
                all.push(found);
            }
        }
    }
    Ok(all)
}

/// The register as texts are read by it.
fn register_of(capabilities: &[(CapabilityId, Capability)]) -> Register {
    let plain = |(_, capability): &(CapabilityId, Capability)| {
        let names = capability.names.iter();
        let names =
            names.map(|other| (other.language.map(lang_of), other.name.as_str().to_owned()));
        claims::Capability {
            name: capability.name.as_str().to_owned(),
            names: names.collect(),
            standing: standing_of(&capability.standing),
        }
    };
    Register::of(capabilities.iter().map(plain).collect())
}

fn standing_of(standing: &Standing) -> claims::Standing {
    match standing {
        Standing::Asked => claims::Standing::Asked,
        Standing::Retired { reason, .. } => {
            claims::Standing::Retired { reason: reason.as_str().to_owned() }
        }
        Standing::Answered(answered) => match &answered.answer {
            Answer::Exists { since } => claims::Standing::Exists { since: *since },
            Answer::Forecast { day, chance, .. } => {
                claims::Standing::Forecast { day: *day, permille: chance.map(Chance::permille) }
            }
            Answer::NotPlanned { reason } => {
                claims::Standing::NotPlanned { reason: reason.as_str().to_owned() }
            }
        },
    }
}

fn lang_of(language: Language) -> language::Lang {
    match language {
        Language::Nl => language::Lang::Nl,
        Language::Sv => language::Lang::Sv,
        Language::En => language::Lang::En,
    }
}

fn claimed_for(when: When) -> ClaimedFor {
    match when {
        When::Now => ClaimedFor::Now,
        When::SomeDay => ClaimedFor::SomeDay,
        When::Named(claims::Window { first, last, counted_on }) => {
            ClaimedFor::Days { first, last, counted_on }
        }
    }
}

fn when_of(claimed_for: ClaimedFor) -> When {
    match claimed_for {
        ClaimedFor::Now => When::Now,
        ClaimedFor::SomeDay => When::SomeDay,
        ClaimedFor::Days { first, last, counted_on } => {
            When::Named(claims::Window { first, last, counted_on })
        }
    }
}
