//! Secrets that name their organisation, so that whatever they open is found with the organisation first.
//!
//! The text is base64url of the organisation's 16 bytes and 32 random ones. Stored is the SHA-256 of the random ones:
//! 256 bits cannot be guessed, so the digest needs neither salt nor cost, and finding it in an index tells nothing.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use ledger::Entropy;
use promise::OrganisationId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A secret to be shown once.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Takes care of a secret that came from elsewhere.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The secret itself, for whom it was made.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// Digits of a digest that name what it opens.
const ID_DIGITS: usize = 16;
/// Random bytes of a secret.
const RANDOM: usize = 32;

/// What a secret opens: the organisation it names, and the digest to look for in it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Opens {
    pub(crate) organisation: OrganisationId,
    pub(crate) digest: String,
}

/// Makes a secret, and the digest to store.
pub(crate) fn fresh(entropy: &Entropy, organisation: OrganisationId) -> (Secret, String) {
    let random: [u8; RANDOM] = entropy.bytes();
    let mut bytes = organisation.uuid().as_bytes().to_vec();
    bytes.extend_from_slice(&random);
    (Secret(BASE64URL_NOPAD.encode(&bytes)), digest(&random))
}

/// Reads a secret; `None` when it has not the form of one.
pub(crate) fn read(text: &str) -> Option<Opens> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let (organisation, random) = bytes.split_at_checked(16)?;
    if random.len() != RANDOM {
        return None;
    }
    let organisation = OrganisationId::new(Uuid::from_slice(organisation).ok()?);
    Some(Opens { organisation, digest: digest(random) })
}

/// The SHA-256 of bytes in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// What names a thing in lists and addresses, and opens nothing.
pub(crate) fn id_of(digest: &str) -> String {
    digest.chars().take(ID_DIGITS).collect()
}

/// Whether a text can be such a name.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == ID_DIGITS
        && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_and_hides_itself() {
        let entropy = Entropy::from_seed([5; 32]);
        let organisation = OrganisationId::new(Uuid::from_u128(0x1234));
        let (secret, stored) = fresh(&entropy, organisation);
        let opens = read(secret.reveal()).unwrap();
        assert!(opens == Opens { organisation, digest: stored.clone() });
        assert_eq!(format!("{secret:?}"), "Secret");
        assert!(is_id(&id_of(&stored)));
        assert_ne!(fresh(&entropy, organisation).1, stored);
    }

    #[test]
    fn what_is_no_secret_opens_nothing() {
        let entropy = Entropy::from_seed([5; 32]);
        let (secret, _) = fresh(&entropy, OrganisationId::new(Uuid::from_u128(1)));
        let whole = secret.reveal();
        for text in ["", "x", "../..", &whole[1..], &whole[..60], &format!("{whole}A"), "åäö"] {
            assert!(read(text).is_none(), "{text:?}");
        }
        for text in
            ["", "0123456789abcdeF", "0123456789abcde", "0123456789abcdefg", "0123456789abcde%"]
        {
            assert!(!is_id(text), "{text:?}");
        }
    }
}
