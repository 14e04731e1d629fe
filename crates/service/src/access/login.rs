//! Logins: mail addresses, by which the directory finds whose somebody is.

use crate::access::AccessError;
use crate::{ServiceError, Wanted};

/// The longest address, in bytes (RFC 5321, 4.5.3.1.3, without the angle brackets).
const MOST: usize = 254;

/// The text by which a login is looked for: small letters, no blanks around it, no longer than any login.
pub(crate) fn looked_for(text: &str) -> String {
    text.trim().chars().take(MOST).collect::<String>().to_ascii_lowercase()
}

/// Reads an address that somebody wants to sign in with.
///
/// # Errors
/// [`ServiceError::Input`] when it is none.
pub(crate) fn login(text: &str) -> Result<String, AccessError> {
    let login = text.trim().to_ascii_lowercase();
    let is_address = login
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    let is_plain = !login.contains(|c: char| c.is_whitespace() || c.is_control());
    if is_address && is_plain && login.len() <= MOST {
        return Ok(login);
    }
    let given = login.chars().take(40).collect();
    Err(ServiceError::Input { field: "login", given, wanted: Wanted::Address }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_are_addresses_in_small_letters() {
        assert_eq!(login("  Ebba.Lind@Example.COM ").unwrap(), "ebba.lind@example.com");
        assert_eq!(login("ÅSA@localhost").unwrap(), "ÅsA@localhost".to_ascii_lowercase());
        let long = format!("{}@example.com", "a".repeat(250));
        for text in ["", "ebba", "@example.com", "ebba@", "a@b@c", "a b@c.d", "a\u{0}@c.d", &long] {
            assert!(login(text).is_err(), "{text:?}");
        }
    }
}
