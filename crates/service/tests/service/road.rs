//! The main road in one walk: a history comes in, a date is asked and offered, the customer accepts on their own page,
//! the world changes, both agree another date, it is delivered, confirmed, settled, and the receipt holds.

use std::num::NonZeroU32;

use forecast::Place;
use ledger::receipt::Holder;
use promise::party::{NewWork, Work};
use promise::renegotiation::Reason;
use promise::settle::Measure;
use promise::terms::{Consideration, Draft, Ground, RemedyChoice, Strictness};
use promise::{Health, Line, StateName};
use service::promise::{Ask, Writing};
use service::quote::{Answer, Dates, KeptQuote, Question, first_due_after};
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history};

fn line(text: &str) -> Option<Line> {
    Some(Line::new(text).expect("a line"))
}

fn work() -> Work {
    let new = NewWork {
        team: "Couplings".to_owned(),
        kind: String::new(),
        estimate_minutes: Some(16 * 60),
        pieces: NonZeroU32::MIN,
    };
    Work { new: vec![new], ..Work::default() }
}

impl Scene {
    async fn ask(&self) -> (promise::QuoteId, Dates) {
        let question = Question {
            account: self.account,
            subject: "Mätdata i en fil".to_owned(),
            wished: None,
            work: work(),
            waits_for: Vec::new(),
        };
        let quote = self.service.quote(&self.us(MONDAY), question).await.expect("an answer");
        let Answer::Dates(dates) = quote.answer else { panic!("nothing can be said: {quote:?}") };
        (quote.id, *dates)
    }

    pub(crate) async fn offered(&self) -> (promise::PromiseId, Dates) {
        let (quote, dates) = self.ask().await;
        let kept = self.service.kept_quote(&self.us(MONDAY), quote).await.expect("it reads");
        let promise = self.offered_on(kept.expect("it was kept")).await;
        (promise, dates)
    }

    /// Offers what a quote offered.
    pub(crate) async fn offered_on(&self, kept: KeptQuote) -> promise::PromiseId {
        let calendar = self.service.organisation(self.organisation).await.expect("it is there");
        let offered = kept.offered(Place::Last).expect("it offered a date");
        let due = first_due_after(offered, &calendar.calendar("")).expect("a due");
        let forecast = kept.for_due(due.at(), Place::Last);
        let draft = Draft {
            contact: Some(self.contact),
            subject: line("Mätdata från alla anläggningar i en fil"),
            acceptance: line("Ebba läser in filen en morgon"),
            due: Some(due),
            strictness: Some(Strictness::Target),
            promisor: Some(self.admin),
            owner: Some(self.admin),
            consideration: Some(Consideration::Nothing {
                because: line("ingår").expect("a line")
            }),
            remedy: Some(RemedyChoice::NoneAgreed),
            ground: Some(Ground::Forecast { forecast, below_policy: None }),
            ..Draft::new(self.account)
        };
        let until = Some("2026-03-13T16:00:00Z".parse().expect("an instant"));
        let writing = Writing { draft, work: Some(work()), of: None, offer_until: until };
        self.service.write(&self.us(MONDAY), writing).await.expect("offered").promise
    }

    async fn health(&self, id: promise::PromiseId) -> (StateName, Option<Health>) {
        let row = self.service.ledger().promise_row(self.organisation, id).await;
        let row = row.expect("it reads").expect("it is there");
        (row.state, row.health)
    }
}

testkit::on_both_stores!(
    a_promise_from_quote_to_settlement,
    a_promise_is_told_with_its_account_as_it_now_is,
);

async fn a_promise_from_quote_to_settlement(store: Store) {
    let scene = Scene::new(store).await;
    let service = &scene.service;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (id, dates) = scene.offered().await;
    assert!(dates.offer.chance.permille() >= 850, "{:?}", dates.offer);

    let link = service.dossier(&scene.us(MONDAY), scene.account).await.expect("it reads");
    let guest = service.guest(&link.contacts[0].1).await.expect("it reads");
    assert_eq!(guest.expect("a genuine link").contact, scene.contact);
    service
        .act(&scene.them("2026-03-09T10:00:00Z"), id, Ask::Accept, None)
        .await
        .expect("accepted");
    service
        .watch(scene.organisation, "2026-03-09T10:00:00Z".parse().expect("an instant"))
        .await
        .expect("looked");
    assert_eq!(scene.health(id).await, (StateName::Accepted, Some(Health::OnPlan)));

    // Twenty tasks more come in and go first: the date no longer holds.
    scene
        .bring("2026-03-10T08:00:00Z", &format!("{MAPPING}priority = \"estimate\"\n"), &history(22))
        .await;
    service
        .watch(scene.organisation, "2026-03-10T08:00:00Z".parse().expect("an instant"))
        .await
        .expect("looked");
    assert_eq!(scene.health(id).await, (StateName::Accepted, Some(Health::OffPlan)));

    let view = service.view(&scene.us("2026-03-10T08:30:00Z"), id).await.expect("it reads");
    let later = view.look.and_then(|look| look.date).expect("another date");
    let propose = Ask::Renegotiate {
        due: Some(later.due.date().to_string()),
        subject: None,
        reason: Reason::Priority,
        words: "Mer arbete gick före.".to_owned(),
        below_policy: None,
        without_forecast: None,
    };
    service.act(&scene.us("2026-03-10T08:30:00Z"), id, propose, None).await.expect("proposed");
    let them = scene.them("2026-03-10T12:00:00Z");
    service.act(&them, id, Ask::AcceptRenegotiation, None).await.expect("agreed");
    let told = service.existing(&scene.us(MONDAY), id).await.expect("it is there");
    let binding = told.state.as_ref().and_then(|promise| promise.state.binding()).expect("bound");
    assert_eq!(binding.first_due(), Some(&dates.offer.due), "the first due stays on record");

    let word = Ask::Deliver { at: None, reference: None, words: "Filen ligger där.".to_owned() };
    service.act(&scene.us("2026-03-12T10:00:00Z"), id, word, None).await.expect("delivered");
    let yes = Ask::Confirm { measure: Measure::AsPromised, words: String::new() };
    service.act(&scene.them("2026-03-13T08:00:00Z"), id, yes, None).await.expect("settled");
    let row = service.ledger().promise_row(scene.organisation, id).await.expect("it reads");
    let row = row.expect("it is there");
    assert_eq!((row.state, row.kept_last), (StateName::Settled, Some(true)));

    let receipt = service.receipt(&scene.them("2026-03-13T09:00:00Z"), id, Holder::Account).await;
    let receipt = receipt.expect("a receipt");
    let keys = service.ledger().ring().public_keys();
    receipt.verify(Some(&keys)).expect("it holds");
    let again = service.act(&scene.them("2026-03-13T10:00:00Z"), id, Ask::Accept, None).await;
    again.expect_err("what is settled stays settled");
    let checked = service.ledger().check(scene.organisation).await.expect("it reads");
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
}

async fn a_promise_is_told_with_its_account_as_it_now_is(store: Store) {
    let scene = Scene::new(store).await;
    let service = &scene.service;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (id, _) = scene.offered().await;
    let us = scene.us(MONDAY);
    let link = async || {
        let whole = service.whole(&us, id).await.expect("it is there");
        assert_eq!((whole.promise.number, whole.row.id), (1, id));
        whole.account.contacts[&scene.contact].link
    };
    // Asked twice, so that the second answer may come from memory.
    assert_eq!((link().await, link().await), (1, 1));
    let renewing = scene.us("2026-03-09T09:00:00Z");
    service.renew_link(&renewing, scene.account, scene.contact).await.expect("it is renewed");
    assert_eq!((link().await, link().await), (2, 2));
    // Another organisation finds nothing, even while the account is in memory.
    let elsewhere = promise::OrganisationId::new(uuid::Uuid::from_u128(98));
    let theirs = service::Caller { organisation: elsewhere, ..us.clone() };
    assert!(service.whole(&theirs, id).await.is_err());
}
