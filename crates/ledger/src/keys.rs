//! The organisation's own secrets: the key that signs receipts, the key that guards personal data, the key behind
//! the customers' links. They lie beside the database, never in it.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use promise::{ContactId, OrganisationId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::entropy::Entropy;

/// Why a key ring cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is no key ring.
    #[error("the key file cannot be read: {0}")]
    Unreadable(String),
    /// No key signs.
    #[error("the key file has no signing key; restore it from a backup or rotate the keys")]
    NoSigningKey,
}

/// Every key of an organisation's installation.
pub struct KeyRing {
    /// Newest last; only the newest keeps its secret.
    signing: Vec<SigningEntry>,
    data: [u8; 32],
    link: [u8; 32],
}

/// A key that signs, or signed, receipts.
struct SigningEntry {
    since: Timestamp,
    public: VerifyingKey,
    secret: Option<SigningKey>,
}

/// A public key as it is published and travels inside receipts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// The first 16 hexadecimal digits of the SHA-256 of the key.
    pub id: String,
    /// The 32 bytes of the Ed25519 key in base64url without padding.
    pub ed25519: String,
    /// From when on it signed.
    pub since: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyRingShape {
    v: u32,
    signing: Vec<SigningShape>,
    data: String,
    link: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SigningShape {
    since: Timestamp,
    public: String,
    secret: Option<String>,
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Ids only: secrets never reach a log.
        f.debug_list().entries(self.public_keys().iter().map(|key| &key.id)).finish()
    }
}

impl KeyRing {
    /// Makes fresh keys.
    pub fn generate(entropy: &Entropy, at: Timestamp) -> Self {
        let signing = vec![SigningEntry::generate(entropy, at)];
        Self { signing, data: entropy.bytes(), link: entropy.bytes() }
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// [`KeyError`] when the text is no key file or has no key that signs.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let wrong = |what: &str| KeyError::Unreadable(what.to_owned());
        let shape: KeyRingShape =
            serde_json::from_str(text).map_err(|e| KeyError::Unreadable(e.to_string()))?;
        if shape.v != 1 {
            return Err(wrong("it is of a later version"));
        }
        let bytes = |text: &str| {
            let decoded = BASE64URL_NOPAD.decode(text.as_bytes()).ok();
            decoded
                .and_then(|b| <[u8; 32]>::try_from(b).ok())
                .ok_or_else(|| wrong("a key has no 32 bytes"))
        };
        let mut signing = Vec::new();
        for entry in &shape.signing {
            let public = VerifyingKey::from_bytes(&bytes(&entry.public)?)
                .map_err(|_| wrong("a public key is no Ed25519 key"))?;
            let secret = entry.secret.as_deref().map(bytes).transpose()?;
            let secret = secret.map(|seed| SigningKey::from_bytes(&seed));
            if secret.as_ref().is_some_and(|s| s.verifying_key() != public) {
                return Err(wrong("a secret key does not belong to its public key"));
            }
            signing.push(SigningEntry { since: entry.since, public, secret });
        }
        if signing.last().is_none_or(|entry| entry.secret.is_none()) {
            return Err(KeyError::NoSigningKey);
        }
        Ok(Self { signing, data: bytes(&shape.data)?, link: bytes(&shape.link)? })
    }

    /// The key file's text. Secret.
    ///
    /// # Panics
    /// Never: the shape has nothing that JSON cannot hold.
    pub fn to_text(&self) -> String {
        let encode = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let signing = self.signing.iter().map(|entry| SigningShape {
            since: entry.since,
            public: encode(entry.public.as_bytes()),
            secret: entry.secret.as_ref().map(|s| encode(s.as_bytes())),
        });
        let shape = KeyRingShape {
            v: 1,
            signing: signing.collect(),
            data: encode(&self.data),
            link: encode(&self.link),
        };
        serde_json::to_string_pretty(&shape).expect("plain texts and numbers are JSON")
    }

    /// Signs with a fresh key from now on; the old public keys stay published, their secrets are dropped.
    #[must_use]
    pub fn rotated(mut self, entropy: &Entropy, at: Timestamp) -> Self {
        for entry in &mut self.signing {
            entry.secret = None;
        }
        self.signing.push(SigningEntry::generate(entropy, at));
        self
    }

    /// Every public key, oldest first.
    pub fn public_keys(&self) -> Vec<PublicKey> {
        let keys = self.signing.iter().map(|entry| PublicKey {
            id: key_id(&entry.public),
            ed25519: BASE64URL_NOPAD.encode(entry.public.as_bytes()),
            since: entry.since,
        });
        keys.collect()
    }

    /// Signs bytes with the newest key; returns its id and the signature.
    pub(crate) fn sign(&self, bytes: &[u8]) -> (String, Signature) {
        let newest = self.signing.last().expect("a key ring has a signing key: it was checked");
        let secret =
            newest.secret.as_ref().expect("the newest key keeps its secret: it was checked");
        (key_id(&newest.public), secret.sign(bytes))
    }

    /// The key that wraps the keys of persons.
    pub(crate) fn data_key(&self) -> &[u8; 32] {
        &self.data
    }

    /// What is kept of a request to know it again. The request itself may hold names and words, so what is kept tells
    /// nobody anything who has not the keys.
    pub(crate) fn fingerprint(&self, request: &str) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.data).expect("any length of key will do");
        mac.update(b"handslag request 1");
        mac.update(request.as_bytes());
        HEXLOWER.encode(&mac.finalize().into_bytes())
    }

    /// The secret part of a contact's link. Renewing the link makes another one; the old one is dead.
    pub fn link(&self, whose: OrganisationId, contact: ContactId, renewal: u32) -> String {
        let mut token = whose.uuid().as_bytes().to_vec();
        token.extend_from_slice(contact.uuid().as_bytes());
        let mac = self.link_mac(Some(whose), contact, renewal).finalize().into_bytes();
        token.extend_from_slice(&mac[..LINK_MAC]);
        BASE64URL_NOPAD.encode(&token)
    }

    /// Whether a link is the genuine one of a contact after so many renewals. Takes the same time either way.
    pub fn is_link(&self, token: &str, whose: OrganisationId, renewal: u32) -> bool {
        let Some((LinkNames { organisation, contact }, mac)) = link_parts(token) else {
            return false;
        };
        organisation.is_none_or(|named| named == whose)
            && self.link_mac(organisation, contact, renewal).verify_truncated_left(&mac).is_ok()
    }

    fn link_mac(
        &self,
        organisation: Option<OrganisationId>,
        contact: ContactId,
        renewal: u32,
    ) -> Hmac<Sha256> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.link).expect("any length of key will do");
        match organisation {
            Some(organisation) => {
                mac.update(b"handslag link 2");
                mac.update(organisation.uuid().as_bytes());
            }
            None => mac.update(b"handslag link 1"),
        }
        mac.update(contact.uuid().as_bytes());
        mac.update(&renewal.to_be_bytes());
        mac
    }
}

/// Whom a link names. Whether it is genuine is for [`KeyRing::is_link`] to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkNames {
    /// In whose ledger; links of before there could be several do not say.
    pub organisation: Option<OrganisationId>,
    /// Whom.
    pub contact: ContactId,
}

impl LinkNames {
    /// Reads a link; `None` when it has not the form of one.
    pub fn of(token: &str) -> Option<Self> {
        link_parts(token).map(|(names, _)| names)
    }
}

impl KeyRing {
    /// What a device shows that has signed in with a login before: when, a number of its own, and the proof.
    pub fn device(&self, login: &str, nonce: [u8; DEVICE_NONCE], at: Timestamp) -> String {
        let mut token = at.as_second().to_be_bytes().to_vec();
        token.extend_from_slice(&nonce);
        let proof = self.device_mac(login, &token).finalize().into_bytes();
        token.extend_from_slice(&proof);
        BASE64URL_NOPAD.encode(&token)
    }

    /// The number of a device and when it signed in, if it did so with this login. Takes the same time either way.
    pub fn known_device(
        &self,
        token: &str,
        login: &str,
    ) -> Option<([u8; DEVICE_NONCE], Timestamp)> {
        let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        let (told, proof) = bytes.split_at_checked(8 + DEVICE_NONCE)?;
        self.device_mac(login, told).verify_slice(proof).ok()?;
        let (second, nonce) = told.split_at(8);
        let second = i64::from_be_bytes(second.try_into().ok()?);
        Some((nonce.try_into().ok()?, Timestamp::from_second(second).ok()?))
    }

    fn device_mac(&self, login: &str, told: &[u8]) -> Hmac<Sha256> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.link).expect("any length of key will do");
        mac.update(b"handslag device 1");
        mac.update(told);
        mac.update(login.as_bytes());
        mac
    }
}

/// Bytes of the number of a device.
pub const DEVICE_NONCE: usize = 16;

/// Bytes of an id in a link.
const LINK_ID: usize = 16;
/// Bytes of the secret part of a link: 160 bits.
const LINK_MAC: usize = 20;

fn link_parts(token: &str) -> Option<(LinkNames, [u8; LINK_MAC])> {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    let (ids, mac) = bytes.split_at_checked(bytes.len().checked_sub(LINK_MAC)?)?;
    let id = |bytes: &[u8]| bytes.try_into().map(Uuid::from_bytes).ok();
    let (organisation, contact) = match ids.len() {
        LINK_ID => (None, id(ids)?),
        length if length == 2 * LINK_ID => {
            (Some(OrganisationId::new(id(&ids[..LINK_ID])?)), id(&ids[LINK_ID..])?)
        }
        _ => return None,
    };
    Some((LinkNames { organisation, contact: ContactId::new(contact) }, mac.try_into().ok()?))
}

impl SigningEntry {
    fn generate(entropy: &Entropy, at: Timestamp) -> Self {
        let secret = SigningKey::from_bytes(&entropy.bytes());
        Self { since: at, public: secret.verifying_key(), secret: Some(secret) }
    }
}

/// The first 16 hexadecimal digits of the SHA-256 of a public key.
pub(crate) fn key_id(public: &VerifyingKey) -> String {
    HEXLOWER.encode(&Sha256::digest(public.as_bytes())[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring() -> KeyRing {
        KeyRing::generate(&Entropy::from_seed([7; 32]), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_key_file_reads_back() {
        let ring = ring();
        let again = KeyRing::parse(&ring.to_text()).unwrap();
        assert_eq!(again.public_keys(), ring.public_keys());
        assert_eq!(again.sign(b"x"), ring.sign(b"x"));
        assert!(!format!("{ring:?}").contains(&BASE64URL_NOPAD.encode(&ring.data)));
    }

    #[test]
    fn damaged_key_files_are_refused() {
        let text = ring().to_text();
        for damaged in [
            String::new(),
            text.replace("\"v\": 1", "\"v\": 2"),
            text.replace("secret", "sekret"),
            text.replacen("\"public\": \"", "\"public\": \"AAAA", 1),
        ] {
            assert!(KeyRing::parse(&damaged).is_err(), "{damaged}");
        }
    }

    #[test]
    fn rotation_keeps_the_old_public_key_and_drops_its_secret() {
        let entropy = Entropy::from_seed([8; 32]);
        let first = ring().public_keys();
        let rotated = ring().rotated(&entropy, Timestamp::UNIX_EPOCH);
        let keys = rotated.public_keys();
        assert_eq!((keys.len(), &keys[0]), (2, &first[0]));
        assert_eq!(rotated.sign(b"x").0, keys[1].id);
        assert_eq!(rotated.to_text().matches("\"secret\": \"").count(), 1);
    }

    #[test]
    fn a_link_holds_for_one_contact_and_one_renewal() {
        let ring = ring();
        let [us, them] = [7, 8].map(|id| OrganisationId::new(Uuid::from_u128(id)));
        let ebba = ContactId::new(Uuid::from_u128(1));
        let link = ring.link(us, ebba, 1);
        let names = LinkNames { organisation: Some(us), contact: ebba };
        assert_eq!(LinkNames::of(&link), Some(names));
        assert!(ring.is_link(&link, us, 1));
        assert!(!ring.is_link(&link, us, 2) && !ring.is_link(&link, them, 1));
        let bytes = BASE64URL_NOPAD.decode(link.as_bytes()).unwrap();
        for place in [0, 16, 40] {
            let mut forged = bytes.clone();
            forged[place] ^= 1;
            let forged = BASE64URL_NOPAD.encode(&forged);
            assert!(!ring.is_link(&forged, us, 1) && !ring.is_link(&forged, them, 1));
        }
        for text in ["", "x", &link[..40], "../../etc/passwd"] {
            assert!(!ring.is_link(text, us, 1) && LinkNames::of(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_link_of_before_there_were_several_organisations_holds() {
        let ring = ring();
        let us = OrganisationId::new(Uuid::from_u128(7));
        let ebba = ContactId::new(Uuid::from_u128(1));
        let mut bytes = ebba.uuid().as_bytes().to_vec();
        let mac = ring.link_mac(None, ebba, 1).finalize().into_bytes();
        bytes.extend_from_slice(&mac[..LINK_MAC]);
        let old = BASE64URL_NOPAD.encode(&bytes);
        assert_eq!(LinkNames::of(&old), Some(LinkNames { organisation: None, contact: ebba }));
        assert!(ring.is_link(&old, us, 1) && !ring.is_link(&old, us, 2));
    }

    #[test]
    fn a_device_is_known_for_the_login_it_signed_in_with() {
        let (ring, at) = (ring(), Timestamp::from_second(1_800_000_000).unwrap());
        let token = ring.device("ebba@example.com", [3; DEVICE_NONCE], at);
        assert_eq!(ring.known_device(&token, "ebba@example.com"), Some(([3; DEVICE_NONCE], at)));
        assert_eq!(ring.known_device(&token, "jip@example.com"), None, "another login");
        let other = KeyRing::generate(&Entropy::from_seed([9; 32]), Timestamp::UNIX_EPOCH);
        assert_eq!(other.known_device(&token, "ebba@example.com"), None, "another key file");
        for place in [0, 12, 40, token.len() - 2] {
            let mut forged = token.clone();
            let letter = if &token[place..=place] == "A" { "B" } else { "A" };
            forged.replace_range(place..=place, letter);
            assert_eq!(ring.known_device(&forged, "ebba@example.com"), None, "{forged}");
        }
        for text in ["", "x", &token[..32], &token[..40], &format!("{token}AAAA")] {
            assert_eq!(ring.known_device(text, "ebba@example.com"), None, "{text:?}");
        }
    }
}
