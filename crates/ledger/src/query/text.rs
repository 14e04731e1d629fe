//! What the read models are asked, each query once.
//!
//! Where what is sorted by may be missing, the query says where it goes: each store has its own idea of that.

pub(super) const HEAD: &str = "SELECT version FROM stream WHERE organisation = $1 AND stream = $2";

pub(super) const IMPORT_HEADS: &str = "
    SELECT stream, version FROM stream
    WHERE organisation = $1 AND stream >= 'import:' AND stream < 'import;' ORDER BY stream";

pub(super) const NEXT_NUMBER: &str =
    "SELECT coalesce(max(number), 0) + 1 FROM promise WHERE organisation = $1";

pub(super) const BY_NUMBER: &str =
    "SELECT promise FROM promise WHERE organisation = $1 AND number = $2";

pub(super) const PASSING: &str = "
    SELECT promise FROM promise WHERE organisation = $1 AND next_at <= $2 ORDER BY next_at, promise";

/// The columns that `PromiseRow::read` reads, from promise `p`, account `a` and standing `s`.
macro_rules! promise_columns {
    () => {
        "p.promise, p.number, p.version, p.state, p.account, a.name, p.contact, p.subject,
         p.promisor, p.owner, p.begun_at, p.made_at, p.expires, p.due, p.due_zone, p.due_grain,
         p.first_due, p.proposed_due, p.proposed_by, p.health, p.confirmed, p.delivered_at,
         p.silence_ends, p.ended_at, p.kept_first, p.kept_last, p.timing, p.slack_days,
         p.given_chance, p.counter_late, s.data, p.strictness"
    };
}

/// Promise, account and standing, joined.
macro_rules! promise_tables {
    () => {
        "FROM promise p
         JOIN account a ON a.organisation = p.organisation AND a.account = p.account
         LEFT JOIN standing s ON s.organisation = p.organisation AND s.promise = p.promise"
    };
}

pub(super) const ONE_PROMISE: &str = concat!(
    "SELECT ",
    promise_columns!(),
    " ",
    promise_tables!(),
    " WHERE p.organisation = $1 AND p.promise = $2"
);

/// The same promise, and how many events its account has.
pub(super) const ONE_WITH_ACCOUNT: &str = concat!(
    "SELECT ",
    promise_columns!(),
    ", (SELECT t.version FROM stream t
        WHERE t.organisation = p.organisation AND t.stream = 'account:' || p.account) ",
    promise_tables!(),
    " WHERE p.organisation = $1 AND p.promise = $2"
);

/// The filters are off when empty. `$8` and `$9` page through the list. The order is that of an index, which is walked
/// as far as the page goes; the account is joined from the left so that no store begins there.
pub(super) const PROMISES: &str = concat!(
    "SELECT ",
    promise_columns!(),
    " FROM promise p
     LEFT JOIN account a ON a.organisation = p.organisation AND a.account = p.account
     LEFT JOIN standing s ON s.organisation = p.organisation AND s.promise = p.promise
     WHERE p.organisation = $1
       AND ($2 = '' OR p.state = $2 OR ($2 = 'open' AND p.state IN ('recorded', 'accepted', 'late')))
       AND ($3 = '' OR p.account = $3)
       AND ($4 = '' OR p.owner = $4)
       AND ($5 = '' OR p.health = $5)
       AND ($6 = '' OR lower(p.subject) LIKE $6 ESCAPE '!' OR lower(a.name) LIKE $6 ESCAPE '!')
       AND ($7 = 0 OR p.due <= $7)
     ORDER BY p.state <> 'late', p.chance IS NULL, p.chance, p.due NULLS FIRST, p.number
     LIMIT $8 OFFSET $9"
);

/// How many there are when no filter is on: counted in an index, without a look at any promise.
pub(super) const COUNT_ALL: &str = "SELECT count(*) FROM promise WHERE organisation = $1";

pub(super) const COUNT_PROMISES: &str = "
    SELECT count(*) FROM promise p WHERE p.organisation = $1
       AND ($2 = '' OR p.state = $2 OR ($2 = 'open' AND p.state IN ('recorded', 'accepted', 'late')))
       AND ($3 = '' OR p.account = $3)
       AND ($4 = '' OR p.owner = $4)
       AND ($5 = '' OR p.health = $5)
       AND ($6 = '' OR lower(p.subject) LIKE $6 ESCAPE '!' OR EXISTS (
           SELECT 1 FROM account a WHERE a.organisation = p.organisation
               AND a.account = p.account AND lower(a.name) LIKE $6 ESCAPE '!'))
       AND ($7 = 0 OR p.due <= $7)";

/// Everything that may still need somebody: what waits for an answer, is to be kept, or waits for a confirmation.
pub(super) const LIVING: &str = concat!(
    "SELECT ",
    promise_columns!(),
    " ",
    promise_tables!(),
    " WHERE p.organisation = $1
       AND p.state IN ('draft', 'offered', 'recorded', 'accepted', 'late', 'delivered')
     ORDER BY p.due IS NULL, p.due, p.number"
);

/// What takes part in the plan, with the work behind it.
pub(super) const PLANNED: &str = "
    SELECT p.promise, p.number, p.state, p.account, p.subject, p.due, w.data, a.name
    FROM promise p
    JOIN account a ON a.organisation = p.organisation AND a.account = p.account
    LEFT JOIN work w ON w.organisation = p.organisation AND w.promise = p.promise
    WHERE p.organisation = $1 AND p.state IN ('offered', 'recorded', 'accepted', 'late')
    ORDER BY p.number";

pub(super) const OPEN_COUNTER_PROMISES: &str = "
    SELECT c.counter_promise, c.promise, c.account, a.name, c.subject, c.due, c.due_zone, c.due_grain,
        c.consequence, c.state, c.met_at, p.number, p.due, p.proposed_due
    FROM counter_promise c
    JOIN account a ON a.organisation = c.organisation AND a.account = c.account
    JOIN promise p ON p.organisation = c.organisation AND p.promise = c.promise
    WHERE c.organisation = $1 AND c.open = 1 AND c.state <> 'met'
    ORDER BY c.due, c.counter_promise";

pub(super) const LATENESS: &str = "
    SELECT account, due, met_at FROM counter_promise
    WHERE organisation = $1 AND met_at IS NOT NULL
    ORDER BY met_at, promise, counter_promise";

pub(super) const ACCOUNTS: &str = "
    SELECT a.account, a.name, a.calendar,
        (SELECT count(*) FROM promise p WHERE p.organisation = a.organisation
            AND p.account = a.account AND p.state IN ('recorded', 'accepted', 'late')),
        (SELECT count(*) FROM promise p WHERE p.organisation = a.organisation
            AND p.account = a.account AND p.kept_last = 1),
        (SELECT count(*) FROM promise p WHERE p.organisation = a.organisation
            AND p.account = a.account AND p.kept_last IS NOT NULL),
        (SELECT p.promise FROM promise p
            LEFT JOIN standing s ON s.organisation = p.organisation AND s.promise = p.promise
            WHERE p.organisation = a.organisation AND p.account = a.account
            AND p.state IN ('recorded', 'accepted', 'late')
            ORDER BY p.state <> 'late', s.chance IS NULL, s.chance, p.due NULLS FIRST
            LIMIT 1)
    FROM account a
    WHERE a.organisation = $1 AND ($2 = '' OR lower(a.name) LIKE $2 ESCAPE '!')
    ORDER BY a.name, a.account";

pub(super) const CONTACTS: &str = "
    SELECT contact, account, name, email, language, link FROM contact
    WHERE organisation = $1 AND left_at IS NULL ORDER BY name, contact";

/// The last promises that were given with at least a chance, and whether they were kept.
pub(super) const KEPT: &str = "
    SELECT kept_last FROM promise
    WHERE organisation = $1 AND kept_last IS NOT NULL AND given_chance >= $2
        AND ($3 = '' OR account = $3)
    ORDER BY ended_at DESC, number DESC LIMIT $4";

pub(super) const PASSED: &str = "
    SELECT first_due, given_chance, delivered_at FROM promise
    WHERE organisation = $1 AND first_due <= $2 AND given_chance IS NOT NULL
        AND state IN ('recorded', 'accepted', 'late', 'delivered', 'settled')
    ORDER BY first_due DESC, number DESC LIMIT $3";
