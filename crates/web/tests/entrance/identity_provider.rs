//! A provider of identities on this machine, which can be told to do wrong.

#![expect(clippy::unwrap_used, reason = "a provider that cannot be set up ends its test")]
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each thing that can be wrong is wrong in one place"
)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::scene::now;

/// What the program proves itself with.
pub(crate) const CLIENT_SECRET: &str = "a secret of tests & = only";

/// A key that signs nothing but these tests' tokens.
const RSA: &str = "\
    MIIEowIBAAKCAQEA17YW19bOw2b+fSz/5/QYU9e5BrclNGCZb/s4HmjOCpnrhvupBkjTKNwXomjKLo+HqZiUn7zIgIANABHXI71v\
    xShAdNJisAvqGC4ltGrKRH0fVejqlWFs2K1Kj3QF62KbBV9s5c2XgUqy2fiBXN5Bt4QK089guxHuZzHXLMAVY5NXyu7k3mU58yr/\
    LGaTryxN9I3Luz5c38LT27KXrMkz1cAW/Myn5/NTkOSmqY2d9+3M4vfuhXjupJ6aJA7rjzdBU9+QbLjxyuH2+ZgiqWazewZ3gyx5\
    /TwR2IEgRwgwKcTZ8+1REUJ6NEZ9CdOoLT4yK9oxPH/bSRRSzqWo5o3nawIDAQABAoIBAEPPBEBGUMnhIwfDcRB/zXPxwMKpKONd\
    qG4ouRvqEzcG6qCMlLYah3J1OWK+8SuQx/MauUG7jQXD+xI2CXy9LJj8DcMLbaVsoWKHgyfDWCEOeh698JwTu60jUGhm7wNvBE88\
    j5VvuvwUOMPHWBcS8PKY6fRqYLx9pwU+iCcTnMWndHaSVV0JJSXfrcSZYBnVplCEW0bNhrM4hKXDvSn6MN9z6XLrU8YMPbRjdBh+\
    rV96LrPKcF7/NiGK06Ma50ZR2v3NlVrIDkqHaMU5EF0qu+Hg820QPQIKSiHyJZ5Pc6v0YMrq8m7jDL5c4k/25jQi96kncXetWvSf\
    cnGETSjkUT0CgYEA7RZcmPxcAtL7optzYRVKj93WF2YZVBkorgkQrTKfrlrYZCzGEv8wAO/IPOit/sHykZ4VE1888vstmP529gm3\
    jEEIdY1zzTWIXsgeCxPIH1IahnbwvJ06Myl1MvTLYq5q/iPv8AIEGH326DTd9hVcERRDWh6FwADUM4pJOVU9LucCgYEA6OszLiYD\
    i/KAf0m6G91XSX2qzWNhpLdgknyxmUmTxjArfcRUQx1jWfpV/yYk8Y07V7nA6WJrgxFhrj7q99YRuYOW0/z1JEDHyxIu8weZKQgP\
    +vBdidCfe45xWXroaOkxRw3FLuJg+Y5gnzDpXeFEh37gCsDFCEOasLRktAvlBt0CgYAwrMmgAxek4MoWzVF32hYvyTyeGzESCgRH\
    Dsdkt6L++dm5X1PfLJMfbhsvHhoy1oDFkq4DByeNPzJSWdP0mXQckHF7KOpgdCAmTXGVlp8chw+5EYxFPQZo4JcWOhnTjbmbqacm\
    IFPU72+Upt33GtWHECDvzJprHAB1AGweIDjqewKBgHyf7ECTAm7NEEgLMNNb+SpPXSaMOGCj5b47jeNQ5Qq0F3ExrUxD2zb3pS/i\
    Pv4n7UqhD0FQ8emtUTCkZaC6H729VOSUgq4lI0Hattg+horXz4UbO1FUGSFJNAkGpHgN3doA2jKd2fltXvGOgC9FKx+8mS/nuQUU\
    9x35R7C2dJLZAoGBAOkahYXVoGXEpCm1XQ0sgu3n2QxLuUg89IWCOdp5k+U700Re77Pg6E7MxfQMzWM0b0WEiZfrC+AtkorvyLmY\
    CHTd0w63hrFFWjUjjE7Ju8fwn4W43wMxd5459kj1wkDtgeuOY1T4+Ksr8SRosv1PfwjYvgpi8hDJrqlMEtAkmD3w";

/// What the provider does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Wrong {
    #[default]
    Nothing,
    /// The token is of another browser's sign-in.
    Nonce,
    NoNonce,
    /// It is for another program.
    Audience,
    /// It is for another program too.
    TwoAudiences,
    /// It was made for another program.
    Party,
    Issuer,
    Expired,
    /// It is of a time to come.
    Ahead,
    /// It has no signature.
    AlgNone,
    /// It is signed by a key that only claims to be the provider's.
    OtherKey,
    /// It is signed with the secret that both sides share.
    SharedSecret,
    /// What it says was changed after it was signed.
    Changed,
    NoToken,
    /// It names nobody.
    NoSubject,
    /// There is no answer but a redirect.
    Elsewhere,
    /// The answer never ends, as far as anybody wants to read.
    Endless,
    /// The discovery document is another provider's.
    Discovery,
    /// It names an address without TLS on another machine.
    PlainEndpoint,
    /// It signs with shared secrets only.
    Signatures,
}

/// How tokens are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Signing {
    #[default]
    Es256,
    Rs256,
}

/// Who signs in there.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) subject: String,
    pub(crate) email: Option<(String, bool)>,
}

/// A provider that runs.
#[derive(Clone)]
pub(crate) struct IdentityProvider {
    pub(crate) issuer: String,
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    issuer: String,
    wrong: Wrong,
    signing: Signing,
    person: Person,
    /// What else it says of a sign-in.
    more: Value,
    /// Which of its keys it is.
    key_number: u32,
    key: EcdsaKeyPair,
    codes: BTreeMap<String, BTreeMap<String, String>>,
    made: u32,
    /// How often it was asked for its discovery document.
    asked: u32,
}

impl IdentityProvider {
    /// Starts one on a free port.
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let inner = Inner {
            issuer: issuer.clone(),
            wrong: Wrong::Nothing,
            signing: Signing::Es256,
            person: Person { subject: "ebba".to_owned(), email: None },
            more: json!({}),
            key_number: 1,
            key: fresh_key(),
            codes: BTreeMap::new(),
            made: 0,
            asked: 0,
        };
        let inner = Arc::new(Mutex::new(inner));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(Arc::clone(&inner));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { issuer, inner }
    }

    fn with<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        change(&mut self.inner.lock().unwrap())
    }

    pub(crate) fn does(&self, wrong: Wrong) {
        self.with(|inner| inner.wrong = wrong);
    }

    pub(crate) fn signs(&self, signing: Signing) {
        self.with(|inner| inner.signing = signing);
    }

    /// From now on somebody else signs in.
    pub(crate) fn is_visited_by(&self, subject: &str, email: Option<(&str, bool)>) {
        let email = email.map(|(email, verified)| (email.to_owned(), verified));
        self.with(|inner| inner.person = Person { subject: subject.to_owned(), email });
    }

    /// Says this too of whoever signs in from now on.
    pub(crate) fn says(&self, more: Value) {
        self.with(|inner| inner.more = more);
    }

    /// Signs with another key from now on.
    pub(crate) fn changes_its_key(&self) {
        self.with(|inner| {
            inner.key_number += 1;
            inner.key = fresh_key();
        });
    }

    pub(crate) fn asked(&self) -> u32 {
        self.with(|inner| inner.asked)
    }

    /// Somebody comes with an address that they were sent to, and says who they are; returns the address that the
    /// provider sends them back to.
    pub(crate) fn signs_in(&self, address: &str) -> String {
        let given = parameters(address);
        self.with(|inner| {
            assert!(address.starts_with(&format!("{}/authorize?", inner.issuer)), "{address}");
            assert_eq!(given["response_type"], "code");
            assert_eq!(given["code_challenge_method"], "S256");
            assert!(given["scope"].split(' ').any(|scope| scope == "openid"), "{address}");
            inner.made += 1;
            let code = format!("code {}/{}", inner.made, given["nonce"]);
            let back = format!(
                "{}?code={}&state={}&iss={}",
                given["redirect_uri"],
                encoded(&code),
                encoded(&given["state"]),
                encoded(&inner.issuer)
            );
            inner.codes.insert(code, given);
            back
        })
    }
}

/// What stands behind the question mark of an address.
pub(crate) fn parameters(address: &str) -> BTreeMap<String, String> {
    let uri: axum::http::Uri = address.parse().unwrap();
    let Query(pairs) = Query::<BTreeMap<String, String>>::try_from_uri(&uri).unwrap();
    pairs
}

/// A text as it stands in an address.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn fresh_key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, key.as_ref(), &random).unwrap()
}

fn rsa_key() -> RsaKeyPair {
    RsaKeyPair::from_der(&BASE64.decode(RSA.as_bytes()).unwrap()).unwrap()
}

type Shared = State<Arc<Mutex<Inner>>>;

async fn discovery(State(inner): Shared) -> Response {
    let mut inner = inner.lock().unwrap();
    inner.asked += 1;
    let own = inner.issuer.clone();
    let issuer = match inner.wrong {
        Wrong::Discovery => "https://elsewhere.example".to_owned(),
        Wrong::Elsewhere => return Redirect::to("https://elsewhere.example").into_response(),
        Wrong::Endless => return vec![b' '; 3 << 20].into_response(),
        _ => own.clone(),
    };
    let token = match inner.wrong {
        Wrong::PlainEndpoint => "http://elsewhere.example/token".to_owned(),
        _ => format!("{own}/token"),
    };
    let signatures = match inner.wrong {
        Wrong::Signatures => json!(["HS256", "none"]),
        _ => json!(["RS256", "ES256", "HS256", "none"]),
    };
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{own}/authorize"),
        "token_endpoint": token,
        "jwks_uri": format!("{own}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": signatures,
    }))
    .into_response()
}

async fn keys(State(inner): Shared) -> Json<Value> {
    let inner = inner.lock().unwrap();
    let point = inner.key.public_key().as_ref();
    let rsa = PublicKeyComponents::<Vec<u8>>::from(rsa_key().public_key());
    let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    Json(json!({ "keys": [
        {
            "kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256",
            "kid": format!("ec-{}", inner.key_number),
            "x": text(&point[1..33]), "y": text(&point[33..]),
        },
        {
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "rsa-1",
            "n": text(&rsa.n), "e": text(&rsa.e),
        },
    ] }))
}

fn no(why: &str) -> Response {
    let told =
        json!({ "error": why, "error_description": "<script>said by the provider</script>" });
    (StatusCode::BAD_REQUEST, Json(told)).into_response()
}

async fn token(
    State(inner): Shared,
    headers: HeaderMap,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Response {
    let mut inner = inner.lock().unwrap();
    if inner.wrong == Wrong::Elsewhere {
        return Redirect::to("https://elsewhere.example").into_response();
    }
    // A code is good for once.
    let Some(granted) = inner.codes.remove(&sent["code"]) else { return no("invalid_grant") };
    let client = &granted["client_id"];
    let proof = format!("{}:{}", encode_form(client), encode_form(CLIENT_SECRET));
    let wanted = format!("Basic {}", BASE64.encode(proof.as_bytes()));
    if headers.get("authorization").is_none_or(|given| given.as_bytes() != wanted.as_bytes()) {
        return no("invalid_client");
    }
    let challenge = BASE64URL_NOPAD.encode(&Sha256::digest(sent["code_verifier"].as_bytes()));
    if challenge != granted["code_challenge"] || sent["redirect_uri"] != granted["redirect_uri"] {
        return no("invalid_grant");
    }
    let mut answer = json!({ "access_token": "unused", "token_type": "Bearer", "expires_in": 300 });
    if inner.wrong != Wrong::NoToken {
        answer["id_token"] = Value::from(inner.token(client, &granted["nonce"]));
    }
    Json(answer).into_response()
}

/// As `application/x-www-form-urlencoded` writes it.
fn encode_form(text: &str) -> String {
    let letter = |byte: u8| match byte {
        b' ' => "+".to_owned(),
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(letter).collect()
}

impl Inner {
    fn claims(&self, client: &str, nonce: &str) -> Value {
        let at = now().as_second();
        let mut claims = json!({
            "iss": self.issuer, "sub": self.person.subject, "aud": client, "nonce": nonce,
            "iat": at, "exp": at + 3600,
        });
        if let Some((email, verified)) = &self.person.email {
            claims["email"] = Value::from(email.as_str());
            claims["email_verified"] = Value::from(*verified);
        }
        for (name, value) in self.more.as_object().into_iter().flatten() {
            claims[name] = value.clone();
        }
        match self.wrong {
            Wrong::Nonce => claims["nonce"] = Value::from("of another browser"),
            Wrong::NoNonce => claims["nonce"] = Value::Null,
            Wrong::Audience => claims["aud"] = Value::from("another program"),
            Wrong::TwoAudiences => claims["aud"] = json!([client, "another program"]),
            Wrong::Party => claims["azp"] = Value::from("another program"),
            Wrong::Issuer => claims["iss"] = Value::from("https://elsewhere.example"),
            Wrong::Expired => claims["exp"] = Value::from(at),
            Wrong::Ahead => claims["iat"] = Value::from(at + 301),
            Wrong::NoSubject => claims["sub"] = Value::from(""),
            _ => {}
        }
        claims
    }

    fn token(&self, client: &str, nonce: &str) -> String {
        let (alg, kid) = match (self.wrong, self.signing) {
            (Wrong::AlgNone, _) => ("none", String::new()),
            (Wrong::SharedSecret, _) => ("HS256", String::new()),
            (_, Signing::Es256) => ("ES256", format!("ec-{}", self.key_number)),
            (_, Signing::Rs256) => ("RS256", "rsa-1".to_owned()),
        };
        let mut head = json!({ "alg": alg, "typ": "JWT" });
        if !kid.is_empty() {
            head["kid"] = Value::from(kid);
        }
        let text = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let head = text(&head);
        let mut claims = self.claims(client, nonce);
        let signed = format!("{head}.{}", text(&claims));
        let random = SystemRandom::new();
        let signature = match alg {
            "none" => Vec::new(),
            "HS256" => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, CLIENT_SECRET.as_bytes());
                hmac::sign(&key, signed.as_bytes()).as_ref().to_vec()
            }
            "RS256" => {
                let key = rsa_key();
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, signed.as_bytes(), &mut signature).unwrap();
                signature
            }
            _ => {
                let other = fresh_key();
                let key = if self.wrong == Wrong::OtherKey { &other } else { &self.key };
                key.sign(&random, signed.as_bytes()).unwrap().as_ref().to_vec()
            }
        };
        if self.wrong == Wrong::Changed {
            claims["sub"] = Value::from("somebody else");
        }
        format!("{head}.{}.{}", text(&claims), BASE64URL_NOPAD.encode(&signature))
    }
}
