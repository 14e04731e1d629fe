//! What a browser keeps on its way to a provider and back: sealed, so that it neither reads nor changes it, and any
//! server of ours can go on with it.
//!
//! It is in one browser only, and what the provider sends back has to name it: nobody is signed in by an address that
//! somebody else gave them.

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use ledger::Ledger;
use promise::{MemberId, OrganisationId};
use serde_json::{Value, json};

use crate::access::later;
use crate::access::secret::{Secret, digest};

/// As what it is sealed.
const SEALED: &str = "sign-in at a provider";
/// The way there and back may take so long.
pub const FLOW_SECONDS: u32 = 600;

/// What goes to the provider and is to come back.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Ticket {
    pub(crate) state: String,
    pub(crate) nonce: String,
    /// What proves to the provider that whoever brings the code is who asked for it (PKCE).
    pub(crate) verifier: String,
    pub(crate) redirect_uri: String,
}

/// What somebody is on their way for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To sign in, and to go on to a page.
    SignIn { to: String },
    /// To join by an invitation.
    Join { invitation: String },
    /// To link the identity with a member, in the session that they were signed in with.
    Link { organisation: OrganisationId, member: MemberId, session: String },
}

/// Somebody on their way to a provider.
#[derive(Clone, PartialEq, Eq)]
pub struct Flow {
    pub(crate) provider: String,
    pub(crate) ticket: Ticket,
    pub(crate) wish: Wish,
    ends: Timestamp,
}

impl std::fmt::Debug for Flow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Flow").field("provider", &self.provider).finish_non_exhaustive()
    }
}

impl Flow {
    /// Sets out.
    pub(crate) fn new(
        ledger: &Ledger,
        provider: &str,
        wish: Wish,
        redirect_uri: &str,
        at: Timestamp,
    ) -> Self {
        let random = || BASE64URL_NOPAD.encode(&ledger.entropy().bytes::<32>());
        let ticket = Ticket {
            state: random(),
            nonce: random(),
            verifier: random(),
            redirect_uri: redirect_uri.to_owned(),
        };
        let ends = later(at, i64::from(FLOW_SECONDS));
        Self { provider: provider.to_owned(), ticket, wish, ends }
    }

    /// Whether what comes back is the answer to what was asked.
    pub(crate) fn is_answered_by(&self, state: &str) -> bool {
        // Digests are compared: how far two texts are alike takes no time that tells.
        digest(self.ticket.state.as_bytes()) == digest(state.as_bytes())
    }

    /// Whether a member who is in is on their way to link who they are there.
    pub fn is_link(&self) -> bool {
        matches!(self.wish, Wish::Link { .. })
    }

    /// The invitation by which somebody is on their way to join.
    pub fn invitation(&self) -> Option<&str> {
        match &self.wish {
            Wish::Join { invitation } => Some(invitation),
            Wish::SignIn { .. } | Wish::Link { .. } => None,
        }
    }

    pub(crate) fn seal(&self, ledger: &Ledger) -> Secret {
        let Ticket { state, nonce, verifier, redirect_uri } = &self.ticket;
        let wish = match &self.wish {
            Wish::SignIn { to } => json!({ "sign_in": to }),
            Wish::Join { invitation } => json!({ "join": invitation }),
            Wish::Link { organisation, member, session } => {
                json!({ "link": [organisation.to_string(), member.to_string(), session] })
            }
        };
        let note = json!({
            "provider": self.provider,
            "ticket": [state, nonce, verifier, redirect_uri],
            "wish": wish,
            "ends": self.ends.as_microsecond(),
        });
        Secret::new(ledger.wrap_note(SEALED, note.to_string().as_bytes()))
    }

    /// Reads what a browser kept; `None` when it is none of ours, or has ended.
    pub(crate) fn open(ledger: &Ledger, sealed: &str, at: Timestamp) -> Option<Self> {
        let note = ledger.unwrap_note(SEALED, sealed)?;
        let note: Value = serde_json::from_slice(&note).ok()?;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let ticket = &note["ticket"];
        let ticket = Ticket {
            state: text(&ticket[0])?,
            nonce: text(&ticket[1])?,
            verifier: text(&ticket[2])?,
            redirect_uri: text(&ticket[3])?,
        };
        let wish = &note["wish"];
        let wish = if let Some(to) = text(&wish["sign_in"]) {
            Wish::SignIn { to }
        } else if let Some(invitation) = text(&wish["join"]) {
            Wish::Join { invitation }
        } else {
            let link = &wish["link"];
            Wish::Link {
                organisation: link[0].as_str()?.parse().ok()?,
                member: link[1].as_str()?.parse().ok()?,
                session: text(&link[2])?,
            }
        };
        let ends = Timestamp::from_microsecond(note["ends"].as_i64()?).ok()?;
        let flow = Self { provider: text(&note["provider"])?, ticket, wish, ends };
        (at < flow.ends).then_some(flow)
    }
}
