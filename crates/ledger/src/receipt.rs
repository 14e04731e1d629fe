//! Receipts: what happened to a promise, in a form that either side can verify later without us.
//!
//! A receipt is one JSON object: the promise's events as canonical JSON with their hash chain, the sealed texts that
//! its reader may open (salt and text, to be held against the digests in the events), the public keys, and an
//! Ed25519 signature over all of it. `docs/reference/receipt.md` says how to check one in any language.

use std::collections::BTreeMap;

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Signature, VerifyingKey};
use jiff::Timestamp;
use promise::{OrganisationId, PromiseId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::chain::{self, BrokenChain, Link, Stream, canonical};
use crate::keys::{PublicKey, key_id};
use crate::log::{Ledger, LedgerError};
use crate::seal::{Opening, Sealed};

/// Who will hold a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Us: every text is opened.
    Us,
    /// The account: what we noted for ourselves stays closed.
    Account,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The version of this form.
    pub handslag_receipt: u32,
    /// The name of the organisation when the receipt was made.
    pub organisation: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The events of the promise, first one first.
    pub events: Vec<Link>,
    /// Sealed texts by their digest, opened.
    pub openings: BTreeMap<String, Opening>,
    /// Every public key of the organisation so far.
    pub keys: Vec<PublicKey>,
    /// Who signed, and the signature.
    pub signature: SignatureShape,
}

/// A signature over the canonical JSON of the receipt without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureShape {
    /// Which key signed.
    pub key: String,
    /// The Ed25519 signature in base64url without padding.
    pub ed25519: String,
}

/// Why a receipt does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// It is no receipt.
    #[error("this is no receipt: {0}")]
    Unreadable(String),
    /// It was written by a later program.
    #[error("this receipt is of version {0}; this program knows version 1")]
    Later(u32),
    /// It has no events.
    #[error("the receipt holds no events")]
    Empty,
    /// An event was changed, taken out or moved.
    #[error(transparent)]
    Chain(#[from] BrokenChain),
    /// A text does not belong to its event.
    #[error("the text {text:?} is not the one that was sealed")]
    Text {
        /// The text as given.
        text: String,
    },
    /// The key that signed is not among the keys.
    #[error("the receipt is signed with key {0}, which it does not hold")]
    NoKey(String),
    /// A key is not what it says.
    #[error("the key {0} is not what its id says")]
    WrongKey(String),
    /// The key is not one that the organisation published.
    #[error("the key {0} is not among the published keys")]
    Unpublished(String),
    /// The signature does not fit.
    #[error("the signature does not fit: the receipt was changed after it was signed")]
    Signature,
}

impl Ledger {
    /// Makes the receipt of a promise; `None` when there is no such promise.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn receipt(
        &self,
        organisation: OrganisationId,
        name: &str,
        promise: PromiseId,
        holder: Holder,
        made_at: Timestamp,
    ) -> Result<Option<Receipt>, LedgerError> {
        let events = self.links(organisation, &Stream::Promise(promise)).await?;
        if events.is_empty() {
            return Ok(None);
        }
        let mut openings = BTreeMap::new();
        for event in &events {
            self.open_all(organisation, &event.data, holder, &mut openings);
        }
        let mut receipt = Receipt {
            handslag_receipt: 1,
            organisation: name.to_owned(),
            made_at,
            events,
            openings,
            keys: self.ring.public_keys(),
            signature: SignatureShape { key: String::new(), ed25519: String::new() },
        };
        let (key, signature) = self.ring.sign(receipt.signed_text().as_bytes());
        let ed25519 = BASE64URL_NOPAD.encode(&signature.to_bytes());
        receipt.signature = SignatureShape { key, ed25519 };
        Ok(Some(receipt))
    }

    fn open_all(
        &self,
        organisation: OrganisationId,
        value: &Value,
        holder: Holder,
        openings: &mut BTreeMap<String, Opening>,
    ) {
        match value {
            Value::Object(fields) if fields.contains_key("box") => {
                let Ok(sealed) = serde_json::from_value::<Sealed>(value.clone()) else { return };
                if sealed.internal && holder == Holder::Account {
                    return;
                }
                if let Some(opening) = self.vault.open(organisation, &sealed) {
                    openings.insert(sealed.digest, opening);
                }
            }
            Value::Object(fields) => {
                fields.values().for_each(|v| self.open_all(organisation, v, holder, openings));
            }
            Value::Array(items) => {
                items.iter().for_each(|v| self.open_all(organisation, v, holder, openings));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

impl Receipt {
    /// Reads a receipt. Whether it holds is for [`Receipt::verify`] to say.
    ///
    /// # Errors
    /// [`ReceiptError::Unreadable`] when the text has another form.
    pub fn parse(text: &str) -> Result<Self, ReceiptError> {
        let receipt: Self =
            serde_json::from_str(text).map_err(|e| ReceiptError::Unreadable(e.to_string()))?;
        if receipt.handslag_receipt != 1 {
            return Err(ReceiptError::Later(receipt.handslag_receipt));
        }
        Ok(receipt)
    }

    /// The receipt as text.
    ///
    /// # Panics
    /// Never: a receipt holds nothing that JSON cannot.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).expect("a receipt holds nothing that JSON cannot")
    }

    /// What is signed: the canonical JSON of the receipt without its signature.
    fn signed_text(&self) -> String {
        let mut value =
            serde_json::to_value(self).expect("a receipt holds nothing that JSON cannot");
        if let Value::Object(fields) = &mut value {
            fields.remove("signature");
        }
        canonical(&value)
    }

    /// Checks everything that can be checked without us: the chain, the texts, the signature; and, when the published
    /// keys are at hand, that the signing key is one of them.
    ///
    /// # Errors
    /// [`ReceiptError`] naming the first thing that does not hold.
    pub fn verify(&self, published: Option<&[PublicKey]>) -> Result<(), ReceiptError> {
        if self.events.is_empty() {
            return Err(ReceiptError::Empty);
        }
        chain::check(&self.events)?;
        let mut digests = Vec::new();
        for event in &self.events {
            collect_digests(&event.data, &mut digests);
        }
        for (digest, opening) in &self.openings {
            let genuine = opening.digest().as_ref() == Some(digest) && digests.contains(digest);
            if !genuine {
                return Err(ReceiptError::Text { text: opening.text.clone() });
            }
        }
        self.verify_signature(published)
    }

    fn verify_signature(&self, published: Option<&[PublicKey]>) -> Result<(), ReceiptError> {
        let id = &self.signature.key;
        let key = self.keys.iter().find(|key| key.id == *id);
        let key = key.ok_or_else(|| ReceiptError::NoKey(id.clone()))?;
        if published.is_some_and(|keys| !keys.iter().any(|k| k.ed25519 == key.ed25519)) {
            return Err(ReceiptError::Unpublished(id.clone()));
        }
        let public = bytes::<32>(&key.ed25519).and_then(|b| VerifyingKey::from_bytes(&b).ok());
        let public = public.filter(|public| key_id(public) == *id);
        let public = public.ok_or_else(|| ReceiptError::WrongKey(id.clone()))?;
        let signature = bytes::<64>(&self.signature.ed25519).map(|b| Signature::from_bytes(&b));
        let signature = signature.ok_or(ReceiptError::Signature)?;
        let signed = self.signed_text();
        public.verify_strict(signed.as_bytes(), &signature).map_err(|_| ReceiptError::Signature)
    }
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()
}

fn collect_digests(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("box") {
                found.extend(fields.get("digest").and_then(Value::as_str).map(str::to_owned));
            }
            fields.values().for_each(|field| collect_digests(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_digests(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
