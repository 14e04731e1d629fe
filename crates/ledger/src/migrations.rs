//! The steps by which an empty database becomes today's, for each store. Never change one; add the next.

/// A step: its name, and what it does.
pub type Migration = (&'static str, &'static str);

/// The steps of an SQLite file.
pub const SQLITE: &[Migration] = &[
    ("0001_ledger", include_str!("../migrations/sqlite/0001_ledger.sql")),
    ("0002_access", include_str!("../migrations/sqlite/0002_access.sql")),
    ("0003_least_sure", include_str!("../migrations/sqlite/0003_least_sure.sql")),
    ("0004_held_quote", include_str!("../migrations/sqlite/0004_held_quote.sql")),
    ("0005_quote_input", include_str!("../migrations/sqlite/0005_quote_input.sql")),
    ("0006_tie", include_str!("../migrations/sqlite/0006_tie.sql")),
    ("0007_given_up", include_str!("../migrations/sqlite/0007_given_up.sql")),
    ("0008_capability", include_str!("../migrations/sqlite/0008_capability.sql")),
    ("0009_capability_name", include_str!("../migrations/sqlite/0009_capability_name.sql")),
];

/// The same steps of a PostgreSQL database.
pub const POSTGRES: &[Migration] = &[
    ("0001_ledger", include_str!("../migrations/postgres/0001_ledger.sql")),
    ("0002_access", include_str!("../migrations/postgres/0002_access.sql")),
    ("0003_least_sure", include_str!("../migrations/postgres/0003_least_sure.sql")),
    ("0004_held_quote", include_str!("../migrations/postgres/0004_held_quote.sql")),
    ("0005_quote_input", include_str!("../migrations/postgres/0005_quote_input.sql")),
    ("0006_tie", include_str!("../migrations/postgres/0006_tie.sql")),
    ("0007_given_up", include_str!("../migrations/postgres/0007_given_up.sql")),
    ("0008_capability", include_str!("../migrations/postgres/0008_capability.sql")),
    ("0009_capability_name", include_str!("../migrations/postgres/0009_capability_name.sql")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_stores_take_the_same_steps() {
        let names = |steps: &[Migration]| steps.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(names(SQLITE), names(POSTGRES));
    }
}
