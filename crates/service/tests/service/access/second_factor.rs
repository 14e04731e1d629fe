//! Codes of an app and recovery codes.

use jiff::{SignedDuration, Timestamp};
use promise::party::Role;
use service::Caller;
use service::access::deed::Act;
use service::access::proof::Proof;
use service::access::secret::Secret;
use service::access::sign_in::SignIn;
use service::access::{AccessError, Visit};
use testkit::Store;
use totp_rs::{Algorithm, Builder};

use super::{
    Door, FAR_AWAY, LOGIN, OTHER_PASSWORD, PASSWORD, came_in, login_of, pending, refused, visit,
};
use crate::scene::{MONDAY, instant};

/// The code that an app shows at an instant.
pub(super) fn code(base32: &Secret, at: Timestamp) -> String {
    let secret = data_encoding::BASE32_NOPAD.decode(base32.reveal().as_bytes()).expect("base 32");
    let secret: [u8; 20] = secret.try_into().expect("160 bits");
    let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_secret(secret);
    let totp = builder.with_step_duration(30).build().expect("it fits");
    totp.generate(u64::try_from(at.as_second()).expect("after 1970")).to_string()
}

fn seconds(seconds: i64) -> Timestamp {
    instant(MONDAY) + SignedDuration::from_secs(seconds)
}

fn at(second: i64) -> Visit<'static> {
    Visit { at: seconds(second), ..visit(MONDAY) }
}

/// A company whose admin has a second factor.
struct Locked {
    door: Door,
    app: Secret,
    codes: Vec<Secret>,
}

impl Locked {
    async fn new(store: Store) -> Self {
        let door = Door::new(store).await;
        let us = door.us(MONDAY);
        let enrolment = door
            .service()
            .begin_second_factor(&us, Proof::password(PASSWORD))
            .await
            .expect("offered");
        let app = enrolment.secret_base32.clone();
        let first = code(&app, seconds(0));
        let codes =
            door.service().confirm_second_factor(&us, enrolment.sealed.reveal(), &first).await;
        Self { codes: codes.expect("set up"), door, app }
    }

    /// Gives the password so many seconds after Monday morning.
    async fn password(&self, second: i64) -> Secret {
        pending(self.door.service().sign_in(LOGIN, PASSWORD, &at(second)).await)
    }

    async fn enter(
        &self,
        pending: &Secret,
        code: &str,
        second: i64,
    ) -> Result<SignIn, AccessError> {
        self.door.service().second_factor(pending.reveal(), code, &at(second)).await
    }

    fn code(&self, second: i64) -> String {
        code(&self.app, seconds(second))
    }
}

testkit::on_both_stores!(
    the_code_comes_after_the_password,
    a_code_is_good_once,
    a_code_that_is_entered_twice_at_once_lets_in_one,
    five_wrong_codes_end_the_sign_in,
    a_code_comes_within_ten_minutes,
    whoever_has_the_password_does_not_guess_the_code,
    each_recovery_code_lets_in_once,
    new_recovery_codes_kill_the_old_ones,
    a_recovery_code_is_its_owners_alone,
    nothing_is_stored_until_the_app_shows_a_code,
    a_new_app_takes_the_place_of_the_old_one,
    it_is_removed_by_its_owner_or_lifted_by_an_admin,
    a_link_for_a_lost_password_asks_for_the_code_all_the_same,
    whoever_changes_how_they_come_in_gives_both,
    what_is_scanned_is_what_is_typed_and_has_no_style,
);

async fn the_code_comes_after_the_password(store: Store) {
    let locked = Locked::new(store).await;
    let door = &locked.door;
    let pending = locked.password(60).await;
    let half = door.service().session(pending.reveal(), seconds(60)).await.expect("it answers");
    assert_eq!(half, None, "the password alone is no session");
    let listed = door.service().sessions(door.organisation, door.admin, seconds(60)).await;
    assert_eq!(listed.expect("it answers").len(), 1, "and is not shown as one");

    let (session, device) = came_in(locked.enter(&pending, &locked.code(60), 60).await);
    assert_ne!(session.reveal(), pending.reveal(), "a secret that nobody had before");
    assert!(door.who(&session, "2026-03-09T08:02:00Z").await.is_some());
    refused!(locked.enter(&pending, &locked.code(90), 90).await, AccessError::SignInOver);
    // A session is no proof of a password.
    refused!(locked.enter(&session, &locked.code(90), 90).await, AccessError::SignInOver);
    assert!(door.service().ledger().ring().known_device(device.reveal(), LOGIN).is_some());
}

async fn a_code_is_good_once(store: Store) {
    let locked = Locked::new(store).await;
    let first = locked.code(0);
    let pending = locked.password(1).await;
    refused!(locked.enter(&pending, &first, 1).await, AccessError::WrongCode);
    // One step either way is the same time to a clock that differs.
    let code = locked.code(60);
    came_in(locked.enter(&pending, &format!(" {} {} ", &code[..3], &code[3..]), 31).await);
    let again = locked.password(61).await;
    refused!(locked.enter(&again, &code, 61).await, AccessError::WrongCode);
    refused!(locked.enter(&again, &locked.code(30), 61).await, AccessError::WrongCode);
    refused!(locked.enter(&again, &locked.code(120), 61).await, AccessError::WrongCode);
    came_in(locked.enter(&again, &locked.code(90), 61).await);
}

async fn a_code_that_is_entered_twice_at_once_lets_in_one(store: Store) {
    let locked = Locked::new(store).await;
    for (round, code) in [locked.code(60), locked.codes[0].reveal().to_owned()].iter().enumerate() {
        let (first, second) = (locked.password(60).await, locked.password(60).await);
        let (a, b) = tokio::join!(locked.enter(&first, code, 60), locked.enter(&second, code, 60));
        let (let_in, refused): (Vec<_>, Vec<_>) = [a, b].into_iter().partition(Result::is_ok);
        assert_eq!((let_in.len(), refused.len()), (1, 1), "{round}");
        assert!(matches!(refused[0], Err(AccessError::WrongCode)));
    }
}

async fn five_wrong_codes_end_the_sign_in(store: Store) {
    let locked = Locked::new(store).await;
    let pending = locked.password(60).await;
    for wrong in ["000000", "", "12345", "1234567", "abcdef"] {
        refused!(locked.enter(&pending, wrong, 60).await, AccessError::WrongCode);
    }
    refused!(locked.enter(&pending, &locked.code(60), 60).await, AccessError::SignInOver);
    assert_eq!(locked.door.service().access_counts()[&Act::CodeRefused], 5);
    // The owner begins again.
    let again = locked.password(60).await;
    came_in(locked.enter(&again, &locked.code(60), 60).await);
}

async fn a_code_comes_within_ten_minutes(store: Store) {
    let locked = Locked::new(store).await;
    let pending = locked.password(0).await;
    refused!(locked.enter(&pending, &locked.code(600), 600).await, AccessError::SignInOver);
    let in_time = locked.password(0).await;
    came_in(locked.enter(&in_time, &locked.code(599), 599).await);
    for nothing in ["", "x", locked.app.reveal()] {
        let done = locked.door.service().second_factor(nothing, "123456", &at(0)).await;
        refused!(done, AccessError::SignInOver);
    }
}

async fn whoever_has_the_password_does_not_guess_the_code(store: Store) {
    let locked = Locked::new(store).await;
    let service = locked.door.service();
    let mut looked_at = 0;
    for second in (60..3660).step_by(20) {
        let visit = Visit { address: FAR_AWAY, ..at(second) };
        let SignIn::SecondFactor { pending } =
            service.sign_in(LOGIN, PASSWORD, &visit).await.expect("it is right")
        else {
            panic!("a code is wanted")
        };
        match service.second_factor(pending.reveal(), "000000", &visit).await {
            Err(AccessError::WrongCode) => looked_at += 1,
            Err(AccessError::TooManyTries { .. }) => {}
            other => panic!("{:?}", other.map(drop)),
        }
    }
    // Fifteen, then after 30, 60 … 1,920 seconds.
    assert!(looked_at <= 15 + 7, "{looked_at}");
    // The owner's browser is known, and not slowed by it.
    let device = Visit { device: Some(locked.door.device.reveal()), ..at(3660) };
    let pending = pending(service.sign_in(LOGIN, PASSWORD, &device).await);
    came_in(service.second_factor(pending.reveal(), &locked.code(3660), &device).await);
}

async fn each_recovery_code_lets_in_once(store: Store) {
    let locked = Locked::new(store).await;
    assert_eq!(locked.codes.len(), 10);
    for code in &locked.codes {
        // Five bits a letter: 120, where 112 are wanted for a plain digest.
        let letters = code.reveal().replace('-', "");
        assert_eq!((letters.len() * 5, code.reveal().len()), (120, 29));
    }
    let typed = [
        locked.codes[0].reveal().to_owned(),
        locked.codes[1].reveal().to_lowercase().replace('-', " "),
        locked.codes[2].reveal().replace('-', "").replace('0', "o").replace('1', "l"),
    ];
    for (place, code) in (1..).zip(&typed) {
        let pending = locked.password(60).await;
        came_in(locked.enter(&pending, code, 60).await);
        let again = locked.password(60).await;
        refused!(locked.enter(&again, code, 60).await, AccessError::WrongCode);
        let access = locked.door.service().access_of(locked.door.organisation, seconds(60)).await;
        assert_eq!(access.expect("it answers")[&locked.door.admin].recovery_codes, 10 - place);
    }
    assert_eq!(locked.door.service().access_counts()[&Act::RecoveryCodeUsed], 3);
}

async fn new_recovery_codes_kill_the_old_ones(store: Store) {
    let locked = Locked::new(store).await;
    let us = locked.door.us(MONDAY);
    let service = locked.door.service();
    refused!(
        service.new_recovery_codes(&us, Proof::password(OTHER_PASSWORD)).await,
        AccessError::WrongCredentials
    );
    let proof = Proof { password: PASSWORD, code: locked.codes[4].reveal() };
    let new = service.new_recovery_codes(&us, proof).await.expect("made");
    let pending = locked.password(60).await;
    refused!(locked.enter(&pending, locked.codes[5].reveal(), 60).await, AccessError::WrongCode);
    came_in(locked.enter(&pending, new[5].reveal(), 60).await);
}

async fn a_recovery_code_is_its_owners_alone(store: Store) {
    let locked = Locked::new(store).await;
    let door = &locked.door;
    let (jip, _) = door.joined("Jip", Role::Promisor).await;
    let as_jip = door.as_member(jip, MONDAY);
    let enrolment =
        door.service().begin_second_factor(&as_jip, Proof::password(OTHER_PASSWORD)).await;
    let enrolment = enrolment.expect("offered");
    let first = code(&enrolment.secret_base32, seconds(0));
    // What was offered to one is not confirmed by another.
    refused!(
        door.service()
            .confirm_second_factor(&door.us(MONDAY), enrolment.sealed.reveal(), &first)
            .await,
        AccessError::LinkNotValid
    );
    door.service()
        .confirm_second_factor(&as_jip, enrolment.sealed.reveal(), &first)
        .await
        .expect("set up");
    let jips = door.service().sign_in(&login_of("Jip"), OTHER_PASSWORD, &at(60)).await;
    let jips = pending(jips);
    for code in [locked.codes[0].reveal().to_owned(), locked.code(60)] {
        refused!(locked.enter(&jips, &code, 60).await, AccessError::WrongCode);
    }
}

async fn nothing_is_stored_until_the_app_shows_a_code(store: Store) {
    let door = Door::new(store).await;
    let us = door.us(MONDAY);
    let service = door.service();
    refused!(
        service.begin_second_factor(&us, Proof::password(OTHER_PASSWORD)).await,
        AccessError::WrongCredentials
    );
    let enrolment =
        service.begin_second_factor(&us, Proof::password(PASSWORD)).await.expect("offered");
    let sealed = enrolment.sealed.reveal();
    refused!(service.confirm_second_factor(&us, sealed, "000000").await, AccessError::WrongCode);
    for forged in ["", "x", &sealed[1..], enrolment.secret_base32.reveal()] {
        let code = code(&enrolment.secret_base32, seconds(0));
        refused!(
            service.confirm_second_factor(&us, forged, &code).await,
            AccessError::LinkNotValid
        );
    }
    let late = door.us("2026-03-09T08:30:00Z");
    let code = code(&enrolment.secret_base32, late.at);
    refused!(service.confirm_second_factor(&late, sealed, &code).await, AccessError::LinkNotValid);
    came_in(door.sign_in(MONDAY).await);
    refused!(
        service.new_recovery_codes(&us, Proof::password(PASSWORD)).await,
        AccessError::NoSecondFactor
    );
    refused!(
        service.remove_second_factor(&us, Proof::password(PASSWORD)).await,
        AccessError::NoSecondFactor
    );
    refused!(service.lift_second_factor(&us, door.admin).await, AccessError::NoSecondFactor);
}

async fn a_new_app_takes_the_place_of_the_old_one(store: Store) {
    let locked = Locked::new(store).await;
    let us = locked.door.us(MONDAY);
    let service = locked.door.service();
    let proof = Proof { password: PASSWORD, code: locked.codes[1].reveal() };
    let enrolment = service.begin_second_factor(&us, proof).await.expect("offered");
    let first = code(&enrolment.secret_base32, seconds(0));
    service.confirm_second_factor(&us, enrolment.sealed.reveal(), &first).await.expect("set up");
    let pending = locked.password(60).await;
    for old in [locked.code(60), locked.codes[0].reveal().to_owned()] {
        refused!(locked.enter(&pending, &old, 60).await, AccessError::WrongCode);
    }
    came_in(locked.enter(&pending, &code(&enrolment.secret_base32, seconds(60)), 60).await);
}

async fn it_is_removed_by_its_owner_or_lifted_by_an_admin(store: Store) {
    let locked = Locked::new(store).await;
    let door = &locked.door;
    let (jip, _) = door.joined("Jip", Role::Manager).await;
    let (as_jip, us) = (door.as_member(jip, MONDAY), door.us(MONDAY));
    let service = door.service();
    refused!(service.lift_second_factor(&as_jip, door.admin).await, AccessError::NotAllowed);
    refused!(
        service.remove_second_factor(&us, Proof::password(OTHER_PASSWORD)).await,
        AccessError::WrongCredentials
    );
    let half_way = locked.password(60).await;
    let proof = Proof { password: PASSWORD, code: locked.codes[0].reveal() };
    service.remove_second_factor(&us, proof).await.expect("removed");
    refused!(locked.enter(&half_way, &locked.code(60), 60).await, AccessError::SignInOver);
    came_in(door.sign_in(MONDAY).await);

    let enrolment = service
        .begin_second_factor(&as_jip, Proof::password(OTHER_PASSWORD))
        .await
        .expect("offered");
    let first = code(&enrolment.secret_base32, seconds(0));
    let set = service.confirm_second_factor(&as_jip, enrolment.sealed.reveal(), &first).await;
    set.expect("set up");
    pending(service.sign_in(&login_of("Jip"), OTHER_PASSWORD, &at(60)).await);
    service.lift_second_factor(&us, jip).await.expect("lifted");
    came_in(service.sign_in(&login_of("Jip"), OTHER_PASSWORD, &at(60)).await);
}

async fn a_link_for_a_lost_password_asks_for_the_code_all_the_same(store: Store) {
    let locked = Locked::new(store).await;
    let door = &locked.door;
    let (jip, _) = door.joined("Jip", Role::Admin).await;
    let link = door.service().invite(&door.as_member(jip, MONDAY), door.admin).await.expect("made");
    let new = "een heel nieuw woord";
    let accepted = door.service().accept_invitation(link.reveal(), "", new, &at(60)).await;
    let pending = pending(accepted);
    assert!(door.who(&door.session, MONDAY).await.is_none(), "older sessions have ended");
    assert!(door.who(&pending, MONDAY).await.is_none());
    came_in(locked.enter(&pending, &locked.code(60), 60).await);
}

async fn whoever_changes_how_they_come_in_gives_both(store: Store) {
    let locked = Locked::new(store).await;
    let (door, service) = (&locked.door, locked.door.service());
    let us = Caller { at: seconds(60), ..door.us(MONDAY) };
    let all = async |proof: Proof<'_>| {
        let new = "een heel nieuw woord";
        let ended = service.end_own_sessions(&us, proof, "0123456789abcdef", None).await;
        [
            service.begin_second_factor(&us, proof).await.map(drop),
            service.remove_second_factor(&us, proof).await,
            service.new_recovery_codes(&us, proof).await.map(drop),
            service.change_password(&us, proof, new, None).await,
            ended,
        ]
    };
    // The code that set it up was used then, and none is as good as a wrong one.
    let used = locked.code(0);
    for code in ["", used.as_str()] {
        for outcome in all(Proof { password: PASSWORD, code }).await {
            let wrong =
                matches!(outcome, Err(AccessError::WrongCode | AccessError::TooManyTries { .. }));
            assert!(wrong, "{outcome:?}");
        }
    }
    let us = Caller { at: seconds(4000), ..us };
    let code = locked.code(4000);
    let proof = Proof { password: PASSWORD, code: &code };
    service.new_recovery_codes(&us, proof).await.expect("made");
    refused!(service.new_recovery_codes(&us, proof).await, AccessError::WrongCode);
    assert_eq!(service.access_counts()[&Act::Proved], 1);
}

async fn what_is_scanned_is_what_is_typed_and_has_no_style(store: Store) {
    let door = Door::new(store).await;
    let enrolment =
        door.service().begin_second_factor(&door.us(MONDAY), Proof::password(PASSWORD)).await;
    let enrolment = enrolment.expect("offered");
    let secret = enrolment.secret_base32.reveal();
    assert_eq!(
        enrolment.uri.reveal(),
        format!(
            "otpauth://totp/Kornoelje:marnix%40kornoelje.example?secret={secret}&issuer=Kornoelje\
             &algorithm=SHA1&digits=6&period=30"
        )
    );
    let svg = &enrolment.qr_svg;
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{svg}");
    for banned in ["style", "script", "<?xml", "href", "on"] {
        let inside = svg.split(['<', ' ']).any(|word| word.starts_with(banned));
        assert!(!inside, "{banned}");
    }
    assert_eq!(format!("{enrolment:?}"), "Enrolment");
}
