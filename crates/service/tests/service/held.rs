//! Quotes once they are made. A held place is kept for whoever holds it, against everybody else, and no longer than was
//! said; and what was computed is computed again, bit by bit.

use forecast::Place;
use jiff::Timestamp;
use promise::QuoteId;
use promise::party::Work;
use service::quote::{Answer, Dates, Question};
use service::{ServiceError, Wanted};
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history, instant, work};

impl Scene {
    pub(crate) async fn asked(&self, at: &str, work: Work) -> (QuoteId, Dates) {
        let (account, subject) = (self.account, "Mätdata i en fil".to_owned());
        let question = Question { account, subject, wished: None, work, waits_for: Vec::new() };
        let quote = self.service.quote(&self.us(at), question).await.expect("an answer");
        let Answer::Dates(dates) = quote.answer else { panic!("nothing can be said: {quote:?}") };
        (quote.id, *dates)
    }

    pub(crate) async fn offered_at(&self, at: &str, work: Work) -> Timestamp {
        self.asked(at, work).await.1.offer.due.at()
    }
}

testkit::on_both_stores!(
    a_held_place_is_kept_until_it_lapses,
    an_offer_takes_the_place_that_was_held_for_it,
    what_cannot_be_held_is_refused,
    a_quote_is_computed_again_bit_by_bit,
    inputs_are_kept_of_what_was_held_or_offered,
);

async fn a_held_place_is_kept_until_it_lapses(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (long, other) = (work(40, 6), work(8, 1));
    let (quote, dates) = scene.asked(MONDAY, long.clone()).await;
    let before = scene.offered_at(MONDAY, other.clone()).await;
    let held = scene.service.hold(&scene.us(MONDAY), quote, Place::Last, None).await;
    let held = held.expect("it is held");
    assert_eq!(held.until, instant("2026-03-11T16:00:00Z"), "the end of the second working day");
    let listed = scene.service.held(scene.organisation, instant(MONDAY)).await.expect("it reads");
    assert_eq!(listed, vec![held.clone()]);

    let behind = scene.offered_at(MONDAY, other.clone()).await;
    assert!(behind > before, "somebody else is behind it: {behind}, {before}");
    let again = scene.asked(MONDAY, long).await.1;
    assert_eq!(again.offer, dates.offer, "whoever holds it is not behind themselves");

    let lapsed = scene.service.held(scene.organisation, held.until).await.expect("it reads");
    assert_eq!(lapsed, vec![], "it lapses by itself");
    scene.service.release(&scene.us(MONDAY), quote).await.expect("it is free");
    scene.service.release(&scene.us(MONDAY), quote).await.expect("it is free already");
    assert_eq!(scene.offered_at(MONDAY, other).await, before, "the place is free again");
}

async fn an_offer_takes_the_place_that_was_held_for_it(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (own, _) = scene.asked(MONDAY, work(16, 1)).await;
    let (others, _) = scene.asked(MONDAY, work(24, 1)).await;
    for quote in [own, others] {
        scene.service.hold(&scene.us(MONDAY), quote, Place::First, None).await.expect("held");
    }
    scene.offered().await;
    let left = scene.service.held(scene.organisation, instant(MONDAY)).await.expect("it reads");
    let left: Vec<QuoteId> = left.into_iter().map(|held| held.quote).collect();
    assert_eq!(left, vec![others], "the other one stays");
}

async fn what_cannot_be_held_is_refused(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let us = scene.us(MONDAY);
    let none = QuoteId::new(uuid::Uuid::from_u128(5));
    let refused = scene.service.hold(&us, none, Place::Last, None).await.expect_err("none");
    assert!(matches!(refused, ServiceError::NotFound { what: "quote", .. }), "{refused}");

    let (quote, dates) = scene.asked(MONDAY, work(16, 1)).await;
    let calendar = scene.service.organisation(scene.organisation).await.expect("it is there");
    let calendar = calendar.calendar("");
    for day in ["2026-03-06", "2026-03-24", "2027-01-04"] {
        let until = Some(calendar::Due::parse(day, &calendar).expect("a due"));
        let refused = scene.service.hold(&us, quote, Place::Last, until).await.expect_err(day);
        let wanted = "until is";
        assert!(refused.to_string().starts_with(wanted), "{refused}");
        assert!(
            refused
                .to_string()
                .ends_with("a working day after 2026-03-09 and not after 2026-03-23"),
            "{refused}"
        );
    }
    let longest = Some(calendar::Due::parse("2026-03-23", &calendar).expect("a due"));
    scene.service.hold(&us, quote, Place::Last, longest).await.expect("ten working days");

    let elsewhere = promise::OrganisationId::new(uuid::Uuid::from_u128(98));
    let theirs = service::Caller { organisation: elsewhere, ..us.clone() };
    scene.service.hold(&theirs, quote, Place::Last, None).await.expect_err("somebody else's");
    scene.service.release(&theirs, quote).await.expect("nothing of theirs");
    let held = scene.service.held(scene.organisation, instant(MONDAY)).await.expect("it reads");
    assert_eq!(held.len(), 1, "and ours stays");
    assert!(dates.offer.chance.permille() > 0);

    let nobody = Work::default();
    let question = Question {
        account: scene.account,
        subject: String::new(),
        wished: None,
        work: nobody,
        waits_for: Vec::new(),
    };
    let empty = scene.service.quote(&us, question).await.expect("an answer");
    let refused = scene.service.hold(&us, empty.id, Place::Last, None).await.expect_err("no date");
    assert!(
        matches!(refused, ServiceError::Input { wanted: Wanted::QuoteWithDates, .. }),
        "{refused}"
    );
}

async fn a_quote_is_computed_again_bit_by_bit(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (quote, dates) = scene.asked(MONDAY, work(24, 3)).await;
    // The world moves on; what was computed stays what it was.
    scene.offered().await;
    let later = "2026-03-17T09:00:00Z";
    scene.bring(later, MAPPING, &history(5)).await;
    let again = scene.service.reproduce(&scene.us(later), quote).await.expect("it is computed");
    assert!(again.is_same(), "{:?}", again.figures);
    assert_eq!((again.at, again.trials), (instant(MONDAY), dates.stamp.trials));
    assert_eq!(again.program, service::quote::PROGRAM);
    let names: Vec<&str> = again.figures.iter().map(|figure| figure.name.as_str()).collect();
    for name in ["last.points", "last.quantiles", "last.chance_permille", "first.points"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    let (anew, _) = scene.asked(later, work(24, 3)).await;
    let anew = scene.service.reproduce(&scene.us(later), anew).await.expect("it is computed");
    assert!(anew.is_same(), "{:?}", anew.figures);
    assert_ne!(anew.figures, again.figures, "another day, another answer");

    let elsewhere = promise::OrganisationId::new(uuid::Uuid::from_u128(98));
    let theirs = service::Caller { organisation: elsewhere, ..scene.us(later) };
    scene.service.reproduce(&theirs, quote).await.expect_err("somebody else's");
}

async fn inputs_are_kept_of_what_was_held_or_offered(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, MAPPING, &history(2)).await;
    let (passing, _) = scene.asked(MONDAY, work(8, 1)).await;
    let (held, _) = scene.asked(MONDAY, work(12, 1)).await;
    scene.service.hold(&scene.us(MONDAY), held, Place::Last, None).await.expect("held");
    let (offered, _) = scene.asked(MONDAY, work(16, 1)).await;
    let kept = scene.service.kept_quote(&scene.us(MONDAY), offered).await.expect("it reads");
    scene.offered_on(kept.expect("it was kept")).await;
    let later = scene.us("2026-04-09T09:00:00Z");
    scene.asked("2026-04-09T09:00:00Z", work(8, 1)).await;
    for (quote, is_kept) in [(passing, false), (held, true), (offered, true)] {
        let again = scene.service.reproduce(&later, quote).await;
        assert_eq!(again.is_ok(), is_kept, "{again:?}");
        if let Err(error) = again {
            assert!(matches!(error, ServiceError::NotFound { .. }), "{error}");
        }
    }
}
