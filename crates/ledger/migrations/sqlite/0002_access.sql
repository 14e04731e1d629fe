-- Who may come in, what was done, and whose turn it is.
--
-- Secrets are kept as digests only. What a browser or a program shows names its organisation, so that every key
-- below begins with the organisation; the directory is the one exception.

-- The directory: whose somebody is who signs in. Small, and the same everywhere; no other table is read without an
-- organisation.
CREATE TABLE login (
    login        TEXT   NOT NULL,
    organisation TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    PRIMARY KEY (login)
);
CREATE TABLE identity (
    issuer       TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    organisation TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    linked_at    BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_member ON identity (organisation, member);

-- On which database an organisation lives; without a row it is this one.
CREATE TABLE placement (
    organisation TEXT   NOT NULL,
    cluster      TEXT   NOT NULL,
    moved_at     BIGINT NOT NULL,
    PRIMARY KEY (organisation)
);

-- How a member signs in. The password is a PHC string of argon2id; the TOTP secret is wrapped under the key file.
CREATE TABLE credential (
    organisation TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    login        TEXT   NOT NULL,
    password     TEXT,
    password_at  BIGINT,
    totp         TEXT,
    totp_step    BIGINT,
    PRIMARY KEY (organisation, member)
);

CREATE TABLE recovery_code (
    organisation TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    code         TEXT   NOT NULL,
    used_at      BIGINT,
    PRIMARY KEY (organisation, member, code)
);

CREATE TABLE session (
    organisation TEXT   NOT NULL,
    session      TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    stage        TEXT   NOT NULL,
    tries        BIGINT NOT NULL,
    begun_at     BIGINT NOT NULL,
    seen_at      BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    address      TEXT   NOT NULL,
    agent        TEXT   NOT NULL,
    PRIMARY KEY (organisation, session)
);
CREATE INDEX session_member ON session (organisation, member);

CREATE TABLE invitation (
    organisation TEXT   NOT NULL,
    invitation   TEXT   NOT NULL,
    member       TEXT,
    purpose      TEXT   NOT NULL,
    made_by      TEXT,
    made_at      BIGINT NOT NULL,
    expires      BIGINT NOT NULL,
    used_at      BIGINT,
    PRIMARY KEY (organisation, invitation)
);

CREATE TABLE api_token (
    organisation TEXT   NOT NULL,
    token        TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    scopes       TEXT   NOT NULL,
    made_at      BIGINT NOT NULL,
    expires      BIGINT NOT NULL,
    used_at      BIGINT,
    revoked_at   BIGINT,
    PRIMARY KEY (organisation, token)
);
CREATE INDEX api_token_member ON api_token (organisation, member);

-- What was done and what was taken out, by whom. Added to, never changed; old rows go by the retention rule.
CREATE TABLE audit (
    organisation TEXT   NOT NULL,
    id           TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    actor        TEXT   NOT NULL,
    via          TEXT   NOT NULL,
    action       TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    outcome      TEXT   NOT NULL,
    request      TEXT   NOT NULL,
    detail       TEXT   NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX audit_subject ON audit (organisation, subject, id);

-- Whose keys were destroyed. Kept, so that a backup that is brought back forgets them again.
CREATE TABLE erasure (
    organisation TEXT   NOT NULL,
    person       TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    reason       TEXT   NOT NULL,
    PRIMARY KEY (organisation, person)
);

-- How long what is kept, by country and kind, in days.
CREATE TABLE retention (
    organisation TEXT   NOT NULL,
    country      TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    days         BIGINT NOT NULL,
    PRIMARY KEY (organisation, country, kind)
);

-- Work that one server does at a time: whoever holds the lease, until its deadline.
CREATE TABLE lease (
    organisation TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    holder       TEXT   NOT NULL,
    until        BIGINT NOT NULL,
    PRIMARY KEY (organisation, name)
);
