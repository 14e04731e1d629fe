-- The log, the keys of persons, and what is read from them.
--
-- The same for every store: the organisation first in every key and index, ids and codes as TEXT, JSON as TEXT with
-- a version, instants as BIGINT microseconds UTC. No global sequence, no triggers, nothing across organisations.

-- What happened. Never changed, never deleted.
CREATE TABLE event (
    organisation TEXT   NOT NULL,
    stream       TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    id           TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    actor        TEXT   NOT NULL,
    data         TEXT   NOT NULL,
    previous     TEXT   NOT NULL,
    hash         TEXT   NOT NULL,
    PRIMARY KEY (organisation, stream, version)
);
CREATE UNIQUE INDEX event_id ON event (organisation, id);

-- Where each stream ends: a write names the version it was decided on.
CREATE TABLE stream (
    organisation TEXT   NOT NULL,
    stream       TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    hash         TEXT   NOT NULL,
    PRIMARY KEY (organisation, stream)
);

-- Every write carries a key: the same key gets the same answer, and makes nothing twice.
CREATE TABLE idempotency (
    organisation TEXT   NOT NULL,
    key          TEXT   NOT NULL,
    fingerprint  TEXT   NOT NULL,
    answer       TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    PRIMARY KEY (organisation, key)
);

-- The key of each person's own data, wrapped under the key beside the database. Deleting a row forgets the person.
CREATE TABLE person_key (
    organisation TEXT NOT NULL,
    person       TEXT NOT NULL,
    wrapped      TEXT NOT NULL,
    PRIMARY KEY (organisation, person)
);

-- Read models: made from the log, and made again by `handslag rebuild`.

CREATE TABLE organisation (
    organisation TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    language     TEXT   NOT NULL,
    zone         TEXT   NOT NULL,
    PRIMARY KEY (organisation)
);

CREATE TABLE member (
    organisation TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    left_at      BIGINT,
    PRIMARY KEY (organisation, member)
);

CREATE TABLE account (
    organisation TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    calendar     TEXT   NOT NULL,
    PRIMARY KEY (organisation, account)
);
CREATE INDEX account_name ON account (organisation, name);

CREATE TABLE contact (
    organisation TEXT   NOT NULL,
    contact      TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    email        TEXT,
    language     TEXT   NOT NULL,
    link         BIGINT NOT NULL,
    left_at      BIGINT,
    PRIMARY KEY (organisation, contact)
);
CREATE INDEX contact_account ON contact (organisation, account);

CREATE TABLE promise (
    organisation TEXT   NOT NULL,
    promise      TEXT   NOT NULL,
    number       BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    state        TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    contact      TEXT,
    subject      TEXT   NOT NULL,
    promisor     TEXT,
    owner        TEXT,
    strictness   TEXT,
    begun_at     BIGINT NOT NULL,
    made_at      BIGINT,
    expires      BIGINT,
    due          BIGINT,
    due_zone     TEXT,
    due_grain    TEXT,
    first_due    BIGINT,
    proposed_due BIGINT,
    proposed_by  TEXT,
    health       TEXT,
    confirmed    BIGINT NOT NULL,
    delivered_at BIGINT,
    silence_ends BIGINT,
    ended_at     BIGINT,
    kept_first   BIGINT,
    kept_last    BIGINT,
    timing       TEXT,
    slack_days   BIGINT,
    given_chance BIGINT,
    counter_late BIGINT NOT NULL,
    next_at      BIGINT,
    PRIMARY KEY (organisation, promise)
);
CREATE UNIQUE INDEX promise_number ON promise (organisation, number);
CREATE INDEX promise_account ON promise (organisation, account, state);
CREATE INDEX promise_state_due ON promise (organisation, state, due);
CREATE INDEX promise_ended ON promise (organisation, ended_at);
CREATE INDEX promise_next ON promise (organisation, next_at);

CREATE TABLE counter_promise (
    organisation    TEXT   NOT NULL,
    counter_promise TEXT   NOT NULL,
    promise         TEXT   NOT NULL,
    account         TEXT   NOT NULL,
    subject         TEXT   NOT NULL,
    due             BIGINT NOT NULL,
    due_zone        TEXT   NOT NULL,
    due_grain       TEXT   NOT NULL,
    consequence     TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    met_at          BIGINT,
    open            BIGINT NOT NULL,
    PRIMARY KEY (organisation, promise, counter_promise)
);
CREATE INDEX counter_promise_account ON counter_promise (organisation, account, open);

CREATE TABLE work (
    organisation TEXT   NOT NULL,
    promise      TEXT   NOT NULL,
    data         TEXT   NOT NULL,
    PRIMARY KEY (organisation, promise)
);

-- Facts that are no events: what trackers say, what was computed. Kept as they came.

CREATE TABLE work_item (
    organisation TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    id           TEXT   NOT NULL,
    team         TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    title        TEXT,
    person       TEXT,
    created      BIGINT NOT NULL,
    started      BIGINT,
    finished     BIGINT,
    estimate_s   BIGINT,
    actual_s     BIGINT,
    priority     TEXT,
    promised     BIGINT,
    digest       TEXT   NOT NULL,
    PRIMARY KEY (organisation, source, id)
);

CREATE TABLE forecast (
    organisation TEXT   NOT NULL,
    promise      TEXT   NOT NULL,
    made_at      BIGINT NOT NULL,
    forecast     TEXT   NOT NULL,
    data         TEXT   NOT NULL,
    PRIMARY KEY (organisation, promise, made_at)
);

CREATE TABLE standing (
    organisation TEXT   NOT NULL,
    promise      TEXT   NOT NULL,
    made_at      BIGINT NOT NULL,
    chance       BIGINT,
    data         TEXT   NOT NULL,
    PRIMARY KEY (organisation, promise)
);

CREATE TABLE quote (
    organisation TEXT   NOT NULL,
    quote        TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    data         TEXT   NOT NULL,
    PRIMARY KEY (organisation, quote)
);

-- For people who ask with their own tools: native dates, no ids.
CREATE VIEW promises AS
SELECT p.number,
       p.state,
       a.name AS account,
       p.subject,
       datetime(p.due / 1000000, 'unixepoch') AS due_utc,
       datetime(p.first_due / 1000000, 'unixepoch') AS first_due_utc,
       datetime(p.delivered_at / 1000000, 'unixepoch') AS delivered_utc,
       p.health,
       s.chance / 10.0 AS chance_percent,
       p.kept_first,
       p.kept_last,
       p.slack_days
FROM promise p
JOIN account a ON a.organisation = p.organisation AND a.account = p.account
LEFT JOIN standing s ON s.organisation = p.organisation AND s.promise = p.promise;
