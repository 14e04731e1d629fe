//! To whom a letter goes, when nobody says: told by its addresses, or by who is named in it.

use ::promise::AccountId;
use ledger::query::ContactRow;

use super::Letter;
use crate::{Caller, Service, ServiceError};

/// Names of fewer letters are words like others.
const NAME_LETTERS: usize = 3;
/// The first name of the addressee stands in one of the first lines.
const GREETING_LINES: usize = 3;

impl Service {
    /// The account whose contacts have these addresses of mail; `None` when nobody has, or people of two accounts.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn account_of_mail(
        &self,
        caller: &Caller,
        addresses: &[String],
    ) -> Result<Option<AccountId>, ServiceError> {
        let contacts = self.ledger.contact_rows(caller.organisation).await?;
        Ok(whose(&contacts, addresses))
    }

    /// The account that a letter goes to or comes from; `None` when it does not tell, or could mean two.
    pub(super) async fn addressee(
        &self,
        caller: &Caller,
        letter: &Letter,
    ) -> Result<Option<AccountId>, ServiceError> {
        if letter.account.is_some() {
            return Ok(letter.account);
        }
        let contacts = self.ledger.contact_rows(caller.organisation).await?;
        if let Some(account) = whose(&contacts, &letter.addresses) {
            return Ok(Some(account));
        }
        let accounts = self.ledger.account_rows(caller.organisation, "").await?;
        let named = accounts.iter().filter(|row| names(&letter.text, &row.name));
        if let Some(account) = only(named.map(|row| row.id)) {
            return Ok(Some(account));
        }
        let named = contacts.iter().filter(|contact| names(&letter.text, &contact.name));
        if let Some(account) = only(named.map(|contact| contact.account)) {
            return Ok(Some(account));
        }
        let lines = letter.text.lines().filter(|line| !line.trim().is_empty());
        let greeting: Vec<&str> = lines.take(GREETING_LINES).collect();
        let greeting = greeting.join("\n");
        let greeted = contacts.iter().filter(|contact| names(&greeting, first_name(contact)));
        Ok(only(greeted.map(|contact| contact.account)))
    }
}

/// Whose addresses of mail they are.
fn whose(contacts: &[ContactRow], addresses: &[String]) -> Option<AccountId> {
    let theirs = contacts.iter().filter(|contact| {
        let own = contact.email.as_deref().unwrap_or_default();
        addresses.iter().any(|address| address.eq_ignore_ascii_case(own))
    });
    only(theirs.map(|contact| contact.account))
}

/// The one that all of them are.
fn only(mut accounts: impl Iterator<Item = AccountId>) -> Option<AccountId> {
    let first = accounts.next()?;
    accounts.all(|account| account == first).then_some(first)
}

fn first_name(contact: &ContactRow) -> &str {
    contact.name.split_whitespace().next().unwrap_or_default()
}

/// Whether a name stands in a text as a name: whole, and as it is written.
fn names(text: &str, name: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    name.chars().count() >= NAME_LETTERS
        && text.match_indices(name).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + name.len()..]);
            !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_whole_word() {
        assert!(names("Beste Ebba,", "Ebba"));
        assert!(names("Hej Åsa!", "Åsa"));
        for (text, name) in
            [("Ebbas mejl", "Ebba"), ("ebba", "Ebba"), ("Al met al", "Al"), ("", "")]
        {
            assert!(!names(text, name), "{text} {name}");
        }
    }
}
