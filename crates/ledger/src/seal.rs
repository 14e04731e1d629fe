//! A person's own data inside events: encrypted under a key of that person, so that it can be forgotten.
//!
//! An event holds a *digest* of the salted text and a *box* with salt and text under the person's key. The chain
//! covers both as they stand; a receipt reveals salt and text, which anyone can hold against the digest. When a
//! person's key is destroyed, boxes cannot be opened any more, digests cannot be guessed (the salt is gone too), and
//! the chain still verifies.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use promise::{OrganisationId, Person};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::entropy::Entropy;
use crate::keys::KeyRing;

/// Bytes of salt before each text.
const SALT: usize = 16;
/// Bytes of nonce before each box.
const NONCE: usize = 24;

/// A text that belongs to a person, as it stands in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Whose it is: `member:<id>` or `contact:<id>`.
    pub person: String,
    /// SHA-256 of `handslag text 1`, the salt and the text, in hexadecimal.
    pub digest: String,
    /// Nonce, then salt and text under the person's key, in base64url.
    #[serde(rename = "box")]
    pub boxed: String,
    /// Whether it stays on our side: left closed in the account's receipt.
    #[serde(default, skip_serializing_if = "is_false")]
    pub internal: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A sealed text, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The salt in base64url.
    pub salt: String,
    /// The text.
    pub text: String,
}

impl Opening {
    /// The digest that an event has of this text.
    pub fn digest(&self) -> Option<String> {
        let salt = BASE64URL_NOPAD.decode(self.salt.as_bytes()).ok()?;
        Some(digest(&salt, &self.text))
    }
}

/// The keys of persons, held in memory while the ledger is open; and who has none any more.
#[derive(Default)]
pub struct Vault {
    held: RwLock<Held>,
}

#[derive(Default)]
struct Held {
    keys: BTreeMap<(OrganisationId, Person), [u8; 32]>,
    /// Whose keys were destroyed: nothing of theirs is taken in or made again.
    erased: BTreeMap<OrganisationId, BTreeSet<Person>>,
}

impl Held {
    fn is_erased(&self, organisation: OrganisationId, person: Person) -> bool {
        self.erased.get(&organisation).is_some_and(|erased| erased.contains(&person))
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Held> {
        self.held.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a key for a person and takes it in; returns it wrapped, for the database.
    pub(crate) fn create(
        &self,
        organisation: OrganisationId,
        person: Person,
        ring: &KeyRing,
        entropy: &Entropy,
    ) -> String {
        let key: [u8; 32] = entropy.bytes();
        let wrapped = wrap(&key, ring, entropy, &aad(organisation, person));
        self.write().keys.insert((organisation, person), key);
        wrapped
    }

    /// Takes in a key from the database, unless its person was erased; false when it was wrapped under another key
    /// ring.
    pub(crate) fn take_in(
        &self,
        organisation: OrganisationId,
        person: Person,
        wrapped: &str,
        ring: &KeyRing,
    ) -> bool {
        let Some(key) = unwrap_key(wrapped, ring, &aad(organisation, person)) else { return false };
        let mut held = self.write();
        if !held.is_erased(organisation, person) {
            held.keys.insert((organisation, person), key);
        }
        true
    }

    /// Drops a person's key from memory.
    pub(crate) fn forget(&self, organisation: OrganisationId, person: Person) {
        self.write().keys.remove(&(organisation, person));
    }

    /// Drops the keys of persons who were erased, for good.
    pub(crate) fn erase(
        &self,
        organisation: OrganisationId,
        persons: impl IntoIterator<Item = Person>,
    ) {
        let mut held = self.write();
        for person in persons {
            held.keys.remove(&(organisation, person));
            held.erased.entry(organisation).or_default().insert(person);
        }
    }

    /// Whether a person was erased.
    pub(crate) fn is_erased(&self, organisation: OrganisationId, person: Person) -> bool {
        self.read().is_erased(organisation, person)
    }

    /// How many persons of an organisation are known to be erased.
    pub(crate) fn erased(&self, organisation: OrganisationId) -> usize {
        self.read().erased.get(&organisation).map_or(0, BTreeSet::len)
    }

    /// Whether a person has a key.
    pub(crate) fn knows(&self, organisation: OrganisationId, person: Person) -> bool {
        self.key(organisation, person).is_some()
    }

    fn key(&self, organisation: OrganisationId, person: Person) -> Option<[u8; 32]> {
        self.read().keys.get(&(organisation, person)).copied()
    }

    /// Seals a text; `None` when the person has no key.
    pub(crate) fn seal(
        &self,
        organisation: OrganisationId,
        person: Person,
        text: &str,
        internal: bool,
        entropy: &Entropy,
    ) -> Option<Sealed> {
        let key = self.key(organisation, person)?;
        let salt: [u8; SALT] = entropy.bytes();
        let digest = digest(&salt, text);
        let mut plain = salt.to_vec();
        plain.extend_from_slice(text.as_bytes());
        let boxed = encrypt(&key, &plain, digest.as_bytes(), entropy);
        Some(Sealed { person: person_text(person), digest, boxed, internal })
    }

    /// Opens a sealed text; `None` when the key was destroyed or the box is not genuine.
    pub(crate) fn open(&self, organisation: OrganisationId, sealed: &Sealed) -> Option<Opening> {
        let key = self.key(organisation, person_of(&sealed.person)?)?;
        let plain = decrypt(&key, &sealed.boxed, sealed.digest.as_bytes())?;
        let (salt, text) = plain.split_at_checked(SALT)?;
        let text = String::from_utf8(text.to_vec()).ok()?;
        let opening = Opening { salt: BASE64URL_NOPAD.encode(salt), text };
        (opening.digest()? == sealed.digest).then_some(opening)
    }
}

/// The name of a person in stored data.
pub(crate) fn person_text(person: Person) -> String {
    match person {
        Person::Member(id) => format!("member:{id}"),
        Person::Contact(id) => format!("contact:{id}"),
    }
}

/// The person of a name.
pub(crate) fn person_of(text: &str) -> Option<Person> {
    match text.split_once(':')? {
        ("member", id) => FromStr::from_str(id).ok().map(Person::Member),
        ("contact", id) => FromStr::from_str(id).ok().map(Person::Contact),
        _ => None,
    }
}

fn digest(salt: &[u8], text: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(b"handslag text 1");
    hash.update(salt);
    hash.update(text.as_bytes());
    HEXLOWER.encode(&hash.finalize())
}

pub(crate) fn aad(organisation: OrganisationId, person: Person) -> Vec<u8> {
    format!("handslag key 1 {organisation} {}", person_text(person)).into_bytes()
}

fn wrap(key: &[u8; 32], ring: &KeyRing, entropy: &Entropy, aad: &[u8]) -> String {
    encrypt(ring.data_key(), key, aad, entropy)
}

pub(crate) fn unwrap_key(wrapped: &str, ring: &KeyRing, aad: &[u8]) -> Option<[u8; 32]> {
    decrypt(ring.data_key(), wrapped, aad)?.try_into().ok()
}

/// XChaCha20-Poly1305 with a random nonce in front, in base64url.
pub(crate) fn encrypt(key: &[u8; 32], plain: &[u8], aad: &[u8], entropy: &Entropy) -> String {
    let nonce: [u8; NONCE] = entropy.bytes();
    let cipher = XChaCha20Poly1305::new(&(*key).into());
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad });
    let mut bytes = nonce.to_vec();
    bytes.extend(sealed.expect("texts are far below the limit of the cipher"));
    BASE64URL_NOPAD.encode(&bytes)
}

pub(crate) fn decrypt(key: &[u8; 32], text: &str, aad: &[u8]) -> Option<Vec<u8>> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    let cipher = XChaCha20Poly1305::new(&(*key).into());
    cipher.decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad }).ok()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use promise::{ContactId, MemberId};
    use uuid::Uuid;

    use super::*;

    struct Scene {
        entropy: Entropy,
        ring: KeyRing,
        vault: Vault,
        organisation: OrganisationId,
        ebba: Person,
    }

    fn scene() -> Scene {
        let entropy = Entropy::from_seed([1; 32]);
        let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
        let organisation = OrganisationId::new(Uuid::from_u128(1));
        let ebba = Person::Contact(ContactId::new(Uuid::from_u128(2)));
        let vault = Vault::default();
        vault.create(organisation, ebba, &ring, &entropy);
        Scene { entropy, ring, vault, organisation, ebba }
    }

    #[test]
    fn what_is_sealed_opens_for_whoever_has_the_key() {
        let s = scene();
        let sealed = s
            .vault
            .seal(s.organisation, s.ebba, "Två anläggningar saknas.", false, &s.entropy)
            .unwrap();
        assert_eq!(s.vault.open(s.organisation, &sealed).unwrap().text, "Två anläggningar saknas.");
        assert!(!serde_json::to_string(&sealed).unwrap().contains("saknas"));
        let without_key = Vault::default();
        assert_eq!(
            without_key.open(s.organisation, &sealed),
            None,
            "a destroyed key opens nothing"
        );
    }

    #[test]
    fn an_opening_proves_itself_without_any_key() {
        let s = scene();
        let sealed = s.vault.seal(s.organisation, s.ebba, "Ja.", false, &s.entropy).unwrap();
        let mut opening = s.vault.open(s.organisation, &sealed).unwrap();
        assert_eq!(opening.digest().as_ref(), Some(&sealed.digest));
        opening.text = "Nej.".to_owned();
        assert_ne!(opening.digest().as_ref(), Some(&sealed.digest));
        // The same text twice has two digests: nothing can be guessed from them.
        let again = s.vault.seal(s.organisation, s.ebba, "Ja.", false, &s.entropy).unwrap();
        assert_ne!(again.digest, sealed.digest);
    }

    #[test]
    fn keys_travel_wrapped_and_bound_to_their_person() {
        let s = scene();
        let fenna = Person::Member(MemberId::new(Uuid::from_u128(3)));
        let wrapped = s.vault.create(s.organisation, fenna, &s.ring, &s.entropy);
        let vault = Vault::default();
        assert!(!vault.take_in(s.organisation, s.ebba, &wrapped, &s.ring), "another person's key");
        let other = KeyRing::generate(&s.entropy, Timestamp::UNIX_EPOCH);
        assert!(!vault.take_in(s.organisation, fenna, &wrapped, &other), "another key ring");
        assert!(vault.take_in(s.organisation, fenna, &wrapped, &s.ring));
        let sealed = s.vault.seal(s.organisation, fenna, "Goedemorgen", true, &s.entropy).unwrap();
        assert_eq!(vault.open(s.organisation, &sealed).unwrap().text, "Goedemorgen");
        assert_eq!(vault.seal(s.organisation, s.ebba, "x", false, &s.entropy), None);
    }

    #[test]
    fn the_key_of_an_erased_person_is_not_taken_in_again() {
        let s = scene();
        let wrapped = s.vault.create(s.organisation, s.ebba, &s.ring, &s.entropy);
        let sealed = s.vault.seal(s.organisation, s.ebba, "Ja.", false, &s.entropy).unwrap();
        s.vault.erase(s.organisation, [s.ebba]);
        assert_eq!(s.vault.open(s.organisation, &sealed), None);
        assert!(s.vault.take_in(s.organisation, s.ebba, &wrapped, &s.ring), "it is genuine");
        assert!(!s.vault.knows(s.organisation, s.ebba), "and is not held");
        assert_eq!(s.vault.seal(s.organisation, s.ebba, "Nej.", false, &s.entropy), None);
        let elsewhere = OrganisationId::new(Uuid::from_u128(9));
        assert_eq!((s.vault.erased(s.organisation), s.vault.erased(elsewhere)), (1, 0));
        assert!(!s.vault.is_erased(elsewhere, s.ebba));
    }

    #[test]
    fn tampered_boxes_do_not_open() {
        let s = scene();
        let sealed = s.vault.seal(s.organisation, s.ebba, "Ja.", false, &s.entropy).unwrap();
        let other = s.vault.seal(s.organisation, s.ebba, "Nej.", false, &s.entropy).unwrap();
        for tampered in [
            Sealed { boxed: other.boxed.clone(), ..sealed.clone() },
            Sealed { digest: other.digest.clone(), ..sealed.clone() },
            Sealed { boxed: "AAAA".to_owned(), ..sealed.clone() },
            Sealed { person: "nobody".to_owned(), ..sealed.clone() },
        ] {
            assert_eq!(s.vault.open(s.organisation, &tampered), None);
        }
    }
}
