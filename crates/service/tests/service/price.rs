//! What a yes costs: the menu of a company with a queue, promises in it, and losses of several kinds.

use calendar::Due;
use forecast::Place;
use promise::costs::{Costs, TeamCosts};
use promise::money::{Currency, Money};
use promise::party::{Arranged, OwnLoss, Work};
use promise::terms::{
    Consideration, Draft, Ground, Remedy, RemedyChoice, RemedyKind, RemedyPer, Strictness,
};
use promise::{Line, PromiseId};
use service::price::{Could, Menu, Row, Spot};
use service::promise::Writing;
use service::quote::{Answer, Question};
use service::{ServiceError, Wanted};
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history, work};

fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

fn euros(minor: i64) -> OwnLoss {
    OwnLoss { currency: Currency::Eur, per_day: minor, per_breach: 0 }
}

fn costs() -> Costs {
    let team = TeamCosts { hour: Some(8000), overtime_minutes: 600 };
    Costs {
        hour: Some(7000),
        hired_hour: Some(30_000),
        teams: [("Couplings".to_owned(), team)].into(),
        ..Costs::unknown(Currency::Eur)
    }
}

impl Scene {
    /// A company with eight tasks that wait.
    async fn with_queue(store: Store) -> Self {
        let scene = Self::new(store).await;
        scene.bring(MONDAY, MAPPING, &history(8)).await;
        scene
    }

    fn question(&self, work: Work, wished: Option<&str>) -> Question {
        let calendar = calendar::Calendar::office("Europe/Amsterdam", calendar::Country::Nl);
        let calendar = calendar.expect("a calendar");
        Question {
            account: self.account,
            subject: "Mätdata i en fil".to_owned(),
            wished: wished.map(|text| Due::parse(text, &calendar).expect("a due")),
            work,
            waits_for: Vec::new(),
        }
    }

    /// Offers a promise at the date of its quote, which counts in the plan as soon as it is accepted.
    async fn promised_with(&self, work: Work, remedy: RemedyChoice) -> PromiseId {
        let question = self.question(Work { arranged: Arranged::default(), ..work.clone() }, None);
        let quote = self.service.quote(&self.us(MONDAY), question).await.expect("an answer");
        let Answer::Dates(dates) = quote.answer else { panic!("nothing can be said: {quote:?}") };
        let kept = self.service.kept_quote(&self.us(MONDAY), quote.id).await.expect("it reads");
        let due = dates.offer.due.clone();
        let forecast = kept.expect("it was kept").for_due(due.at(), Place::Last);
        let draft = Draft {
            contact: Some(self.contact),
            subject: Some(line("Mätdata från alla anläggningar i en fil")),
            acceptance: Some(line("Ebba läser in filen en morgon")),
            due: Some(due),
            strictness: Some(Strictness::Target),
            promisor: Some(self.admin),
            owner: Some(self.admin),
            consideration: Some(Consideration::Nothing { because: line("ingår") }),
            remedy: Some(remedy),
            ground: Some(Ground::Forecast { forecast, below_policy: None }),
            ..Draft::new(self.account)
        };
        let until = Some("2026-03-13T16:00:00Z".parse().expect("an instant"));
        let writing = Writing { draft, work: Some(work), of: None, offer_until: until };
        let acted = self.service.write(&self.us(MONDAY), writing).await.expect("offered");
        let yes = service::promise::Ask::Accept;
        let them = self.them("2026-03-09T08:00:00Z");
        self.service.act(&them, acted.promise, yes, None).await.expect("accepted");
        acted.promise
    }

    async fn menu(&self, question: &Question) -> Menu {
        let menu = self.service.menu(&self.us(MONDAY), question, None).await.expect("a menu");
        menu.expect("something can be said")
    }

    async fn set_costs(&self, costs: Costs) {
        self.service.set_costs(&self.us(MONDAY), costs).await.expect("set");
    }
}

/// Earlier is never cheaper, the free row is the last one, and every price is the sum of its parts.
#[track_caller]
fn holds_together(menu: &Menu) {
    let last = menu.rows.last().expect("a row");
    assert_eq!((last.price.minor, &last.way.spot), (0, &Spot::Last), "the free row is there");
    assert!(menu.rows.len() <= 6, "{:?}", menu.rows);
    for pair in menu.rows.windows(2) {
        assert!(pair[0].due.at() < pair[1].due.at(), "{pair:?}");
        assert!(pair[0].price.minor >= pair[1].price.minor, "{pair:?}");
    }
    for row in &menu.rows {
        let sum: i64 = row.costs.iter().map(|cost| cost.money().minor).sum();
        assert_eq!(row.price.minor, sum.max(0), "{row:?}");
        assert_eq!(row.price.minor % row.step.minor, 0, "{row:?}");
        assert!(row.step.minor >= row.error, "{row:?}");
    }
}

fn of_spot<'a>(menu: &'a Menu, spot: &Spot) -> Option<&'a Row> {
    menu.rows.iter().find(|row| row.way.spot == *spot && row.way.overtime.is_empty())
}

testkit::on_both_stores!(
    a_yes_costs_what_others_lose,
    a_price_is_computed_again_bit_by_bit,
    what_is_priced_in_another_currency_is_left_out_and_said,
    overtime_and_hired_hands_are_bought_where_they_have_a_price,
    a_row_is_offered_with_its_place_and_its_price,
    a_wish_that_cannot_be_had_is_answered_with_what_can,
    whoever_agreed_to_be_moved_loses_nothing_by_it,
    costs_that_cannot_be_are_refused,
);

async fn a_yes_costs_what_others_lose(store: Store) {
    let scene = Scene::with_queue(store).await;
    let own = Arranged { loss: Some(euros(20_000)), ..Arranged::default() };
    let first =
        scene.promised_with(Work { arranged: own, ..work(16, 2) }, RemedyChoice::NoneAgreed).await;
    let remedy = Remedy {
        kind: RemedyKind::Credit,
        amount: Money { minor: 50_000, currency: Currency::Eur },
        per: RemedyPer::Breach,
        cap: None,
    };
    let second = scene.promised_with(work(16, 2), RemedyChoice::Agreed(remedy)).await;
    let question = scene.question(work(16, 3), None);
    let menu = scene.menu(&question).await;
    holds_together(&menu);
    assert_eq!((menu.inputs.with_loss, menu.inputs.by_default), (2, 0));
    assert!(menu.inputs.left_out.is_empty());
    let priced: Vec<&Row> = menu.rows.iter().filter(|row| row.price.minor > 0).collect();
    assert!(priced.len() >= 2, "{:?}", menu.rows);
    let touched = |row: &Row, promise| {
        row.touched.iter().find(|touched| touched.promise == promise).and_then(|t| t.loss)
    };
    assert!(touched(priced[0], first) > Some(0) && touched(priced[0], second) > Some(0));
    let cheaper = priced[priced.len() - 1];
    assert!(touched(cheaper, second) > Some(0), "{cheaper:?}");
    assert_eq!(touched(cheaper, first), None, "whoever stands before it loses nothing");
    // The same question has the same prices.
    let again = scene.menu(&question).await;
    let prices = |menu: &Menu| menu.rows.iter().map(|row| row.price).collect::<Vec<_>>();
    assert_eq!(prices(&again), prices(&menu));
}

async fn a_price_is_computed_again_bit_by_bit(store: Store) {
    let scene = Scene::with_queue(store).await;
    scene.set_costs(costs()).await;
    let own = Arranged { loss: Some(euros(50_000)), ..Arranged::default() };
    let dear = Work { arranged: own, ..work(16, 3) };
    scene.promised_with(dear, RemedyChoice::NoneAgreed).await;
    let menu = scene.menu(&scene.question(work(8, 3), None)).await;
    assert!(menu.rows.iter().any(|row| row.price.minor > 0), "{:?}", menu.rows);
    // The world moves on, and so do the costs; what was computed stays what it was.
    scene.set_costs(Costs { hired_hour: Some(99_900), loss_per_day: 100, ..costs() }).await;
    scene.bring("2026-03-16T08:00:00Z", MAPPING, &history(3)).await;
    let later = scene.us("2026-03-17T09:00:00Z");
    for row in &menu.rows {
        let again = scene.service.reproduce(&later, row.quote).await.expect("it is computed");
        assert!(again.is_same(), "{row:?}: {:?}", again.figures);
        let figure = |name: &str| {
            let figure = again.figures.iter().find(|figure| figure.name == name);
            figure.unwrap_or_else(|| panic!("{name} in {:?}", again.figures)).now.clone()
        };
        assert_eq!(figure("price.price"), row.price.minor);
        assert_eq!(figure("price.error"), row.error);
        assert_eq!(figure("row.chance_permille"), row.chance.permille());
        assert_eq!(again.seed, menu.inputs.seed);
    }
}

async fn what_is_priced_in_another_currency_is_left_out_and_said(store: Store) {
    let scene = Scene::with_queue(store).await;
    let kronor = OwnLoss { currency: Currency::Sek, per_day: 900_000, per_breach: 0 };
    let own = Arranged { loss: Some(kronor), ..Arranged::default() };
    scene.promised_with(Work { arranged: own, ..work(16, 2) }, RemedyChoice::NoneAgreed).await;
    let menu = scene.menu(&scene.question(work(16, 3), None)).await;
    holds_together(&menu);
    let left_out: Vec<_> =
        menu.inputs.left_out.iter().map(|out| (out.number, out.currency)).collect();
    assert_eq!(left_out, [(1, Currency::Sek)]);
    assert!(menu.rows.iter().all(|row| row.price.minor == 0), "{:?}", menu.rows);
    let first = of_spot(&menu, &Spot::First).expect("going first is free here, and sooner");
    assert_eq!(first.touched.len(), 1, "that somebody's chance falls is told all the same");
    assert_eq!(first.touched[0].loss, None);
    // The organisation may count in kronor: then it is counted.
    scene.set_costs(Costs::unknown(Currency::Sek)).await;
    let menu = scene.menu(&scene.question(work(16, 3), None)).await;
    assert!(menu.inputs.left_out.is_empty());
    let first = of_spot(&menu, &Spot::First).expect("it is sooner");
    assert!(first.price.minor > 0 && first.price.currency == Currency::Sek, "{first:?}");
}

async fn overtime_and_hired_hands_are_bought_where_they_have_a_price(store: Store) {
    let scene = Scene::with_queue(store).await;
    let dear = Arranged { loss: Some(euros(10_000_000)), ..Arranged::default() };
    scene.promised_with(Work { arranged: dear, ..work(16, 4) }, RemedyChoice::NoneAgreed).await;
    let question = scene.question(work(16, 3), None);
    let bought = |menu: &Menu| {
        let hired = menu.rows.iter().any(|row| row.way.spot == Spot::Hired);
        let longer = menu.rows.iter().any(|row| !row.way.overtime.is_empty());
        (hired, longer)
    };
    assert_eq!(bought(&scene.menu(&question).await), (false, false), "nothing has a price yet");
    scene.set_costs(costs()).await;
    let menu = scene.menu(&question).await;
    holds_together(&menu);
    assert_eq!(bought(&menu), (true, true), "{:?}", menu.rows);
    let hired = of_spot(&menu, &Spot::Hired).expect("hired");
    // 3 pieces of 16 hours, as long as such work takes: from three fifths to one and a half of that.
    assert!((800_000..=2_200_000).contains(&hired.price.minor), "{hired:?}");
    let loses = hired.touched.iter().any(|touched| touched.loss > Some(2 * hired.error));
    assert!(!loses, "nobody else loses by it but by luck: {hired:?}");
    let longer = menu.rows.iter().find(|row| !row.way.overtime.is_empty()).expect("overtime");
    let weeks: i64 =
        longer.way.overtime.iter().map(|o| o.until.duration_since(o.from).as_hours() / 168).sum();
    // Ten hours a week at 80 and half as much again.
    let bought = longer.costs[0].money().minor;
    assert!((bought - weeks * 10 * 12_000).abs() <= longer.step.minor, "{longer:?}");
}

async fn a_row_is_offered_with_its_place_and_its_price(store: Store) {
    let scene = Scene::with_queue(store).await;
    scene.set_costs(costs()).await;
    let own = Arranged { loss: Some(euros(20_000)), ..Arranged::default() };
    let other =
        scene.promised_with(Work { arranged: own, ..work(16, 2) }, RemedyChoice::NoneAgreed).await;
    let question = scene.question(work(16, 3), None);
    let menu = scene.menu(&question).await;
    let row = menu.rows.iter().find(|row| row.price.minor > 0).expect("a price");
    let kept = scene.service.kept_quote(&scene.us(MONDAY), row.quote).await.expect("it reads");
    let kept = kept.expect("every row is kept");
    assert_eq!(kept.asked, question.fingerprint());
    assert_eq!(kept.offered(Place::Last), Some(row.due.at()));
    assert_eq!(kept.for_due(row.due.at(), Place::Last).chance, row.chance);
    let arranged = kept.row.expect("it arranges something");
    assert_eq!(arranged.price, row.price);
    for row in &menu.rows {
        let kept = scene.service.kept_quote(&scene.us(MONDAY), row.quote).await.expect("it reads");
        let arranged = kept.and_then(|kept| kept.row).expect("it arranges something");
        let movable = Arranged { movable: true, ..Arranged::default() };
        let work = arranged.arrange(Work { arranged: movable, ..question.work.clone() });
        assert!(work.arranged.movable, "what was said of it stays");
        assert_eq!(work.first, row.way.spot == Spot::First);
        assert_eq!(work.arranged.hired, row.way.spot == Spot::Hired);
        assert_eq!(work.arranged.overtime, row.way.overtime);
        let before = matches!(row.way.spot, Spot::Before { promise, .. } if promise == other);
        assert_eq!(work.arranged.before == Some(other), before);
    }
    // Whoever offers it that way finds it in the plan that way: as sure as it was told.
    let work = arranged.arrange(question.work.clone());
    let id = scene.promised_with(work, RemedyChoice::NoneAgreed).await;
    scene
        .service
        .watch(scene.organisation, MONDAY.parse().expect("an instant"))
        .await
        .expect("seen");
    let seen = scene.service.ledger().promise_row(scene.organisation, id).await.expect("it reads");
    let Some(ledger::facts::Seen::Forecast(seen)) = seen.expect("it is there").seen else {
        panic!("nothing was seen");
    };
    let middle = |stamp: &promise::health::ForecastStamp| stamp.quantiles[3];
    let told = scene.service.kept_quote(&scene.us(MONDAY), row.quote).await.expect("it reads");
    let off = middle(&told.expect("it is kept").stamp).duration_since(middle(&seen)).abs();
    assert!(off.as_hours() <= 48, "told and seen are {off:?} apart");
}

async fn a_wish_that_cannot_be_had_is_answered_with_what_can(store: Store) {
    let scene = Scene::with_queue(store).await;
    let menu = scene.menu(&scene.question(work(16, 6), Some("2026-03-10"))).await;
    holds_together(&menu);
    let wish = menu.wish.expect("a date was wished");
    assert_eq!((wish.row, wish.could.len()), (None, 0), "not even one piece by tomorrow");
    let menu = scene.menu(&scene.question(work(16, 6), Some("2026-04-01"))).await;
    let wish = menu.wish.as_ref().expect("a date was wished");
    let [Could::Part(part)] = wish.could.as_slice() else { panic!("{wish:?}") };
    assert!((1..6).contains(&part.pieces.get()) && part.of.get() == 6, "{part:?}");
    assert!(part.due.at() <= wish.due.at() && wish.due.at() < part.rest.at(), "{part:?}");
    // What goes first makes it.
    if let Some(row) = wish.row {
        assert!(menu.rows[row].due.at() <= wish.due.at());
    }
    let menu = scene.menu(&scene.question(work(16, 6), Some("2026-12-01"))).await;
    let wish = menu.wish.expect("a date was wished");
    assert_eq!(wish.row, Some(menu.rows.len() - 1), "the free row makes it");
    assert!(wish.could.is_empty());
    // The customer's own part can be what it waits for.
    let waits = scene.question(work(16, 1), Some("2026-04-01"));
    let input = scene.question(work(16, 1), Some("2026-05-01")).wished;
    let question = Question { waits_for: input.into_iter().collect(), ..waits };
    let menu = scene.menu(&question).await;
    let wish = menu.wish.expect("a date was wished");
    assert!(matches!(wish.could.as_slice(), [Could::Input { .. }]), "{wish:?}");
    let nothing = scene.question(Work::default(), None);
    let none = scene.service.menu(&scene.us(MONDAY), &nothing, None).await.expect("an answer");
    assert_eq!(none, None, "no work was named");
}

async fn whoever_agreed_to_be_moved_loses_nothing_by_it(store: Store) {
    let scene = Scene::with_queue(store).await;
    let loss = Some(euros(20_000));
    let movable = Arranged { movable: true, loss, ..Arranged::default() };
    scene.promised_with(Work { arranged: movable, ..work(16, 2) }, RemedyChoice::NoneAgreed).await;
    let menu = scene.menu(&scene.question(work(16, 3), None)).await;
    holds_together(&menu);
    let first = of_spot(&menu, &Spot::First).expect("sooner, and free");
    assert_eq!(first.price.minor, 0);
    let [touched] = first.touched.as_slice() else { panic!("{first:?}") };
    assert!(touched.loss.is_none() && touched.moves_to.is_some(), "{touched:?}");
}

async fn costs_that_cannot_be_are_refused(store: Store) {
    let scene = Scene::new(store).await;
    let refused = async |costs: Costs| match scene.service.set_costs(&scene.us(MONDAY), costs).await
    {
        Err(ServiceError::Input { field, wanted, .. }) => (field, wanted),
        other => panic!("{other:?}"),
    };
    let plain = || Costs::unknown(Currency::Eur);
    assert_eq!(refused(Costs { hour: Some(0), ..plain() }).await, ("hour", Wanted::Cost));
    assert_eq!(
        refused(Costs { hired_hour: Some(-1), ..plain() }).await,
        ("hired_hour", Wanted::Cost)
    );
    assert_eq!(
        refused(Costs { loss_per_day: -1, ..plain() }).await,
        ("loss_per_day", Wanted::Cost)
    );
    let huge = Costs { loss_per_breach: i64::MAX, ..plain() };
    assert_eq!(refused(huge).await, ("loss_per_breach", Wanted::Cost));
    let cheap = Costs { overtime_percent: 99, ..plain() };
    assert_eq!(refused(cheap).await, ("overtime_percent", Wanted::OvertimePercent));
    let team = TeamCosts { hour: None, overtime_minutes: 600_001 };
    let long = Costs { teams: [("Couplings".to_owned(), team)].into(), ..plain() };
    assert_eq!(refused(long).await, ("overtime_hours", Wanted::OvertimeHours));
    let organisation = scene.service.organisation(scene.organisation).await.expect("it reads");
    assert_eq!(organisation.costs, None, "nothing was written");
    scene.set_costs(costs()).await;
    let organisation = scene.service.organisation(scene.organisation).await.expect("it reads");
    assert_eq!(organisation.costs, Some(costs()));
}
