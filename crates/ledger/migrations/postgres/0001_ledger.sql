-- The log, the keys of persons, and what is read from them.
--
-- The same for every store: the organisation first in every key and index, ids and codes as TEXT, JSON as TEXT with
-- a version, instants as BIGINT microseconds UTC. No global sequence, no triggers, nothing across organisations.
--
-- Texts compare byte by byte (COLLATE "C"), as they do in SQLite: lists come in the same order from both.

-- What happened. Never changed, never deleted.
CREATE TABLE event (
    organisation TEXT COLLATE "C" NOT NULL,
    stream       TEXT COLLATE "C" NOT NULL,
    version      BIGINT           NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    kind         TEXT COLLATE "C" NOT NULL,
    at           BIGINT           NOT NULL,
    actor        TEXT COLLATE "C" NOT NULL,
    data         TEXT COLLATE "C" NOT NULL,
    previous     TEXT COLLATE "C" NOT NULL,
    hash         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, stream, version)
);
CREATE UNIQUE INDEX event_id ON event (organisation, id);

-- Where each stream ends: a write names the version it was decided on.
CREATE TABLE stream (
    organisation TEXT COLLATE "C" NOT NULL,
    stream       TEXT COLLATE "C" NOT NULL,
    version      BIGINT           NOT NULL,
    hash         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, stream)
);

-- Every write carries a key: the same key gets the same answer, and makes nothing twice.
CREATE TABLE idempotency (
    organisation TEXT COLLATE "C" NOT NULL,
    key          TEXT COLLATE "C" NOT NULL,
    fingerprint  TEXT COLLATE "C" NOT NULL,
    answer       TEXT COLLATE "C" NOT NULL,
    at           BIGINT           NOT NULL,
    PRIMARY KEY (organisation, key)
);

-- The key of each person's own data, wrapped under the key beside the database. Deleting a row forgets the person.
CREATE TABLE person_key (
    organisation TEXT COLLATE "C" NOT NULL,
    person       TEXT COLLATE "C" NOT NULL,
    wrapped      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, person)
);

-- Read models: made from the log, and made again by `handslag rebuild`.

CREATE TABLE organisation (
    organisation TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    language     TEXT COLLATE "C" NOT NULL,
    zone         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation)
);

CREATE TABLE member (
    organisation TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    role         TEXT COLLATE "C" NOT NULL,
    left_at      BIGINT,
    PRIMARY KEY (organisation, member)
);

CREATE TABLE account (
    organisation TEXT COLLATE "C" NOT NULL,
    account      TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    calendar     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, account)
);
CREATE INDEX account_name ON account (organisation, name);

CREATE TABLE contact (
    organisation TEXT COLLATE "C" NOT NULL,
    contact      TEXT COLLATE "C" NOT NULL,
    account      TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    email        TEXT COLLATE "C",
    language     TEXT COLLATE "C" NOT NULL,
    link         BIGINT           NOT NULL,
    left_at      BIGINT,
    PRIMARY KEY (organisation, contact)
);
CREATE INDEX contact_account ON contact (organisation, account);

CREATE TABLE promise (
    organisation TEXT COLLATE "C" NOT NULL,
    promise      TEXT COLLATE "C" NOT NULL,
    number       BIGINT           NOT NULL,
    version      BIGINT           NOT NULL,
    state        TEXT COLLATE "C" NOT NULL,
    account      TEXT COLLATE "C" NOT NULL,
    contact      TEXT COLLATE "C",
    subject      TEXT COLLATE "C" NOT NULL,
    promisor     TEXT COLLATE "C",
    owner        TEXT COLLATE "C",
    strictness   TEXT COLLATE "C",
    begun_at     BIGINT           NOT NULL,
    made_at      BIGINT,
    expires      BIGINT,
    due          BIGINT,
    due_zone     TEXT COLLATE "C",
    due_grain    TEXT COLLATE "C",
    first_due    BIGINT,
    proposed_due BIGINT,
    proposed_by  TEXT COLLATE "C",
    health       TEXT COLLATE "C",
    confirmed    BIGINT           NOT NULL,
    delivered_at BIGINT,
    silence_ends BIGINT,
    ended_at     BIGINT,
    kept_first   BIGINT,
    kept_last    BIGINT,
    timing       TEXT COLLATE "C",
    slack_days   BIGINT,
    given_chance BIGINT,
    counter_late BIGINT           NOT NULL,
    next_at      BIGINT,
    PRIMARY KEY (organisation, promise)
);
CREATE UNIQUE INDEX promise_number ON promise (organisation, number);
CREATE INDEX promise_account ON promise (organisation, account, state);
CREATE INDEX promise_state_due ON promise (organisation, state, due);
CREATE INDEX promise_ended ON promise (organisation, ended_at);
CREATE INDEX promise_next ON promise (organisation, next_at);

CREATE TABLE counter_promise (
    organisation    TEXT COLLATE "C" NOT NULL,
    counter_promise TEXT COLLATE "C" NOT NULL,
    promise         TEXT COLLATE "C" NOT NULL,
    account         TEXT COLLATE "C" NOT NULL,
    subject         TEXT COLLATE "C" NOT NULL,
    due             BIGINT           NOT NULL,
    due_zone        TEXT COLLATE "C" NOT NULL,
    due_grain       TEXT COLLATE "C" NOT NULL,
    consequence     TEXT COLLATE "C" NOT NULL,
    state           TEXT COLLATE "C" NOT NULL,
    met_at          BIGINT,
    open            BIGINT           NOT NULL,
    PRIMARY KEY (organisation, promise, counter_promise)
);
CREATE INDEX counter_promise_account ON counter_promise (organisation, account, open);

CREATE TABLE work (
    organisation TEXT COLLATE "C" NOT NULL,
    promise      TEXT COLLATE "C" NOT NULL,
    data         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, promise)
);

-- Facts that are no events: what trackers say, what was computed. Kept as they came.

CREATE TABLE work_item (
    organisation TEXT COLLATE "C" NOT NULL,
    source       TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    team         TEXT COLLATE "C" NOT NULL,
    kind         TEXT COLLATE "C" NOT NULL,
    title        TEXT COLLATE "C",
    person       TEXT COLLATE "C",
    created      BIGINT           NOT NULL,
    started      BIGINT,
    finished     BIGINT,
    estimate_s   BIGINT,
    actual_s     BIGINT,
    priority     TEXT COLLATE "C",
    promised     BIGINT,
    digest       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, source, id)
);

CREATE TABLE forecast (
    organisation TEXT COLLATE "C" NOT NULL,
    promise      TEXT COLLATE "C" NOT NULL,
    made_at      BIGINT           NOT NULL,
    forecast     TEXT COLLATE "C" NOT NULL,
    data         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, promise, made_at)
);

CREATE TABLE standing (
    organisation TEXT COLLATE "C" NOT NULL,
    promise      TEXT COLLATE "C" NOT NULL,
    made_at      BIGINT           NOT NULL,
    chance       BIGINT,
    data         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, promise)
);

CREATE TABLE quote (
    organisation TEXT COLLATE "C" NOT NULL,
    quote        TEXT COLLATE "C" NOT NULL,
    at           BIGINT           NOT NULL,
    data         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, quote)
);

-- For people who ask with their own tools: native dates, no ids.
CREATE VIEW promises AS
SELECT p.number,
       p.state,
       a.name AS account,
       p.subject,
       to_timestamp(p.due / 1000000.0) AT TIME ZONE 'UTC' AS due_utc,
       to_timestamp(p.first_due / 1000000.0) AT TIME ZONE 'UTC' AS first_due_utc,
       to_timestamp(p.delivered_at / 1000000.0) AT TIME ZONE 'UTC' AS delivered_utc,
       p.health,
       s.chance / 10.0 AS chance_percent,
       p.kept_first,
       p.kept_last,
       p.slack_days
FROM promise p
JOIN account a ON a.organisation = p.organisation AND a.account = p.account
LEFT JOIN standing s ON s.organisation = p.organisation AND s.promise = p.promise;
