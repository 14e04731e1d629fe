//! The second factor: codes of an app (TOTP, RFC 6238), and recovery codes for the day when it is lost.

use data_encoding::{BASE32_NOPAD, Specification};
use jiff::Timestamp;
use ledger::Ledger;
use ledger::access::Whose;
use ledger::access::credential::{self, Factor};
use ledger::sql::Statement;
use promise::MemberId;
use promise::party::OrganisationEvent;
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Algorithm, Builder, Totp};

use crate::access::deed::{Act, Deed};
use crate::access::proof::{Proof, inside};
use crate::access::secret::{Secret, digest};
use crate::access::{AccessError, later, whose};
use crate::{Caller, Service};

/// What the stored secret is wrapped as.
const STORED: &str = "second factor";
/// What the secret is wrapped as while it is only offered.
const OFFERED: &str = "second factor offer";
/// For so long an offered secret may be confirmed.
const OFFER_SECONDS: i64 = 1800;
/// Bytes of the secret (RFC 4226, 4: 160 bits are recommended).
const SECRET: usize = 20;
/// How many recovery codes there are, and the bytes of each: 120 bits, so that a plain digest may stand for them (ASVS
/// 6.5.2 wants 112 for that).
const CODES: usize = 10;
const CODE: usize = 15;
/// The letters of a code, five bits each, and how many stand together.
const LETTERS: usize = 24;
const GROUP: usize = 4;
/// Letters and digits that are not taken for each other (Crockford's base 32).
const CODE_LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The most characters of a name that an app shows, so that everything fits on a code to be scanned.
const ISSUER_CHARS: usize = 40;

/// A second factor as it is offered; nothing is stored until it is confirmed with a code.
#[derive(Clone)]
pub struct Enrolment {
    /// The secret, to be typed in.
    pub secret_base32: Secret,
    /// The same as an address that apps understand.
    pub uri: Secret,
    /// The same as a drawing to be scanned: an `svg` element without styles or scripts.
    pub qr_svg: String,
    /// The secret as only this server can read it, to be sent back with the first code.
    pub sealed: Secret,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

/// A code that may be right, and what must be written for it to be.
pub(crate) struct Use {
    pub(crate) statement: Statement,
    pub(crate) act: Act,
}

/// What using a code takes; `None` when it is no code, or not one of this time.
pub(crate) fn use_of(
    ledger: &Ledger,
    whose: Whose,
    factor: &Factor,
    code: &str,
    at: Timestamp,
) -> Result<Option<Use>, AccessError> {
    if let Some(code) = recovery_digest(whose, code) {
        let statement = credential::use_code(whose, &code, at);
        return Ok(Some(Use { statement, act: Act::RecoveryCodeUsed }));
    }
    let secret = ledger.unwrap_secret(whose, STORED, &factor.wrapped).ok_or_else(|| {
        let text = "a second factor was wrapped under another key file; start with the one it was made with";
        AccessError::from(ledger::LedgerError::Damaged(text.to_owned()))
    })?;
    let step = totp(&secret).and_then(|totp| step_of(&totp, code, at));
    let used = step.filter(|step| *step > factor.step);
    Ok(used.map(|step| Use {
        statement: credential::use_step(whose, factor, step),
        act: Act::SignedIn,
    }))
}

impl Service {
    /// Offers the caller a second factor, also in the place of the one they have.
    ///
    /// # Errors
    /// As [`Proof`] says: whoever finds an open browser changes no factors.
    pub async fn begin_second_factor(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
    ) -> Result<Enrolment, AccessError> {
        let login = self.prove(caller, proof).await?.login;
        let (member, _, us) = self.asking(caller).await?;
        let secret: [u8; SECRET] = self.ledger.entropy().bytes();
        let ends = later(caller.at, OFFER_SECONDS).as_microsecond();
        let mut offered = ends.to_be_bytes().to_vec();
        offered.extend_from_slice(&secret);
        let sealed = self.ledger.wrap_secret(whose(caller, member), OFFERED, &offered);
        Ok(enrolment(us.name.as_str(), &login, &secret, sealed))
    }

    /// The same offer once more, for whoever mistyped the code: the secret may be in their app already.
    ///
    /// # Errors
    /// [`AccessError::LinkNotValid`] when it was offered too long ago, or to somebody else.
    pub async fn offered_second_factor(
        &self,
        caller: &Caller,
        sealed: &str,
    ) -> Result<Enrolment, AccessError> {
        let (member, _, us) = self.asking(caller).await?;
        let whose = whose(caller, member);
        let offered = self.ledger.unwrap_secret(whose, OFFERED, sealed);
        let secret = offered.as_deref().and_then(|bytes| still_offered(bytes, caller.at));
        let secret = secret.ok_or(AccessError::LinkNotValid)?;
        let credential = self.ledger.credential(whose).await?.ok_or(AccessError::LinkNotValid)?;
        Ok(enrolment(us.name.as_str(), &credential.login, secret, sealed.to_owned()))
    }

    /// Sets up the second factor that was offered, with a code that shows that the app has it; returns fresh recovery
    /// codes, to be shown once.
    ///
    /// # Errors
    /// [`AccessError::WrongCode`]; [`AccessError::LinkNotValid`] when it was offered too long ago, or to somebody else.
    pub async fn confirm_second_factor(
        &self,
        caller: &Caller,
        sealed: &str,
        code: &str,
    ) -> Result<Vec<Secret>, AccessError> {
        let (member, _, _) = self.asking(caller).await?;
        let whose = whose(caller, member);
        let offered = self.ledger.unwrap_secret(whose, OFFERED, sealed);
        let secret = offered.as_deref().and_then(|bytes| still_offered(bytes, caller.at));
        let secret = secret.ok_or(AccessError::LinkNotValid)?;
        let counted = self.access.limits.inside(&inside(caller, member), caller.at)?;
        let step = totp(secret).and_then(|totp| step_of(&totp, code, caller.at));
        let step = step.ok_or(AccessError::WrongCode)?;
        let factor = Factor { wrapped: self.ledger.wrap_secret(whose, STORED, secret), step };
        let (codes, statements) = self.fresh_codes(whose);
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([credential::set_factor(whose, Some(&factor))]);
        batch.facts(statements);
        self.settle(batch, Deed::new(caller, member, member, Act::SecondFactorSet)).await?;
        self.access.limits.right(counted);
        Ok(codes)
    }

    /// Removes the caller's own second factor, and its recovery codes.
    ///
    /// # Errors
    /// As [`Proof`] says; [`AccessError::SecondFactorDemanded`]; [`AccessError::NoSecondFactor`].
    pub async fn remove_second_factor(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
    ) -> Result<(), AccessError> {
        let (member, _, us) = self.asking(caller).await?;
        if us.demands_second_factor {
            return Err(AccessError::SecondFactorDemanded);
        }
        let credential = self.prove(caller, proof).await?;
        credential.factor.ok_or(AccessError::NoSecondFactor)?;
        self.drop_factor(caller, member, member).await
    }

    /// Demands a second factor of whoever signs in with a password, from their next request on, or no longer. Whoever
    /// signs in by a provider's word alone is the provider's to ask; programs with a token go on.
    ///
    /// # Errors
    /// [`AccessError::NotAllowed`] unless an admin asks.
    pub async fn demand_second_factor(
        &self,
        caller: &Caller,
        demanded: bool,
    ) -> Result<(), AccessError> {
        self.asking_admin(caller).await?;
        let fingerprint = format!("demand second factor {demanded}");
        let event = OrganisationEvent::SecondFactorDemanded { demanded };
        self.set_organisation(caller, event, &fingerprint, "").await?;
        Ok(())
    }

    /// Removes another's second factor, who has lost it and the recovery codes; an admin does, and the password stays.
    ///
    /// # Errors
    /// [`AccessError::NotAllowed`] unless an admin asks; [`AccessError::NoSecondFactor`].
    pub async fn lift_second_factor(
        &self,
        caller: &Caller,
        of: MemberId,
    ) -> Result<(), AccessError> {
        let (by, us) = self.asking_admin(caller).await?;
        if !us.members.contains_key(&of) {
            return Err(AccessError::no_member(of));
        }
        let credential = self.ledger.credential(whose(caller, of)).await?;
        credential.and_then(|of| of.factor).ok_or(AccessError::NoSecondFactor)?;
        self.drop_factor(caller, by, of).await
    }

    async fn drop_factor(
        &self,
        caller: &Caller,
        by: MemberId,
        of: MemberId,
    ) -> Result<(), AccessError> {
        let whose = whose(caller, of);
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([credential::set_factor(whose, None), credential::drop_codes(whose)]);
        self.settle(batch, Deed::new(caller, by, of, Act::SecondFactorRemoved)).await
    }

    /// Replaces the caller's recovery codes; the ones before are dead.
    ///
    /// # Errors
    /// As [`Proof`] says; [`AccessError::NoSecondFactor`].
    pub async fn new_recovery_codes(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
    ) -> Result<Vec<Secret>, AccessError> {
        let credential = self.prove(caller, proof).await?;
        credential.factor.ok_or(AccessError::NoSecondFactor)?;
        let (member, _, _) = self.asking(caller).await?;
        let (codes, statements) = self.fresh_codes(whose(caller, member));
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts(statements);
        self.settle(batch, Deed::new(caller, member, member, Act::RecoveryCodesMade)).await?;
        Ok(codes)
    }

    fn fresh_codes(&self, whose: Whose) -> (Vec<Secret>, Vec<Statement>) {
        let mut statements = vec![credential::drop_codes(whose)];
        let mut codes = Vec::new();
        for _ in 0..CODES {
            let letters = encode(self.ledger.entropy().bytes());
            statements.push(credential::add_code(whose, &digest_of_code(whose, &letters)));
            let letters: Vec<char> = letters.chars().collect();
            let groups: Vec<String> = letters.chunks(GROUP).map(String::from_iter).collect();
            codes.push(Secret::new(groups.join("-")));
        }
        (codes, statements)
    }
}

/// An offer as it is shown.
fn enrolment(issuer: &str, login: &str, secret: &[u8], sealed: String) -> Enrolment {
    let base32 = BASE32_NOPAD.encode(secret);
    let issuer: String = issuer.chars().take(ISSUER_CHARS).collect();
    let uri = uri(&issuer, login, &base32);
    Enrolment {
        secret_base32: Secret::new(base32),
        qr_svg: drawing(&uri),
        uri: Secret::new(uri),
        sealed: Secret::new(sealed),
    }
}

/// The secret of an offer that has not ended.
fn still_offered(bytes: &[u8], at: Timestamp) -> Option<&[u8]> {
    let (ends, secret) = bytes.split_at_checked(8)?;
    let ends = i64::from_be_bytes(ends.try_into().ok()?);
    (secret.len() == SECRET && at.as_microsecond() < ends).then_some(secret)
}

/// What makes the codes: six digits, a new one every 30 seconds, and one step either way for clocks that differ.
fn totp(secret: &[u8]) -> Option<Totp> {
    let secret: [u8; SECRET] = secret.try_into().ok()?;
    let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6);
    builder.with_skew(1).with_step_duration(30).with_secret(secret).build().ok()
}

/// The step whose code this is, around an instant.
fn step_of(totp: &Totp, code: &str, at: Timestamp) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp.check(&code, u64::try_from(at.as_second()).ok()?)?;
    i64::try_from(step).ok()
}

/// The digest of a recovery code, however it was typed; `None` when it has not the form of one.
fn recovery_digest(whose: Whose, typed: &str) -> Option<String> {
    let letters = typed.chars().filter(|c| c.is_ascii_alphanumeric());
    let letters: String = letters
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let has_form = letters.len() == LETTERS && letters.chars().all(|c| CODE_LETTERS.contains(c));
    has_form.then(|| digest_of_code(whose, &letters))
}

/// Bound to its owner, so that equal codes of two people would not look equal.
fn digest_of_code(whose: Whose, letters: &str) -> String {
    digest(format!("recovery {} {} {letters}", whose.organisation, whose.member).as_bytes())
}

fn encode(bytes: [u8; CODE]) -> String {
    let mut letters = Specification::new();
    letters.symbols.push_str(CODE_LETTERS);
    letters.encoding().expect("32 different letters").encode(&bytes)
}

/// The address that apps understand (Key URI Format).
fn uri(issuer: &str, login: &str, secret: &str) -> String {
    // A colon parts the two, so that none may stand in a name.
    let (issuer, login) = (escaped(&issuer.replace(':', " ")), escaped(login));
    format!(
        "otpauth://totp/{issuer}:{login}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30"
    )
}

/// A text in which only unreserved letters stand as they are (RFC 3986, 2.3).
fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            write!(escaped, "%{byte:02X}").expect("text takes everything");
        }
    }
    escaped
}

/// The drawing of an address; nothing when it does not fit, and then the secret can be typed in.
fn drawing(uri: &str) -> String {
    let Ok(code) = QrCode::new(uri) else { return String::new() };
    let whole = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // Inside a page there is no prologue.
    whole.find("<svg").map_or_else(String::new, |begin| whole[begin..].to_owned())
}
