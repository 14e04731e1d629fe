-- Who may come in, what was done, and whose turn it is.
--
-- Secrets are kept as digests only. What a browser or a program shows names its organisation, so that every key
-- below begins with the organisation; the directory is the one exception.

-- The directory: whose somebody is who signs in. Small, and the same everywhere; no other table is read without an
-- organisation.
CREATE TABLE login (
    login        TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (login)
);
CREATE TABLE identity (
    issuer       TEXT COLLATE "C" NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    linked_at    BIGINT           NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_member ON identity (organisation, member);

-- On which database an organisation lives; without a row it is this one.
CREATE TABLE placement (
    organisation TEXT COLLATE "C" NOT NULL,
    cluster      TEXT COLLATE "C" NOT NULL,
    moved_at     BIGINT           NOT NULL,
    PRIMARY KEY (organisation)
);

-- How a member signs in. The password is a PHC string of argon2id; the TOTP secret is wrapped under the key file.
CREATE TABLE credential (
    organisation TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    login        TEXT COLLATE "C" NOT NULL,
    password     TEXT COLLATE "C",
    password_at  BIGINT,
    totp         TEXT COLLATE "C",
    totp_step    BIGINT,
    PRIMARY KEY (organisation, member)
);

CREATE TABLE recovery_code (
    organisation TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    code         TEXT COLLATE "C" NOT NULL,
    used_at      BIGINT,
    PRIMARY KEY (organisation, member, code)
);

CREATE TABLE session (
    organisation TEXT COLLATE "C" NOT NULL,
    session      TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    stage        TEXT COLLATE "C" NOT NULL,
    tries        BIGINT           NOT NULL,
    begun_at     BIGINT           NOT NULL,
    seen_at      BIGINT           NOT NULL,
    ends_at      BIGINT           NOT NULL,
    address      TEXT COLLATE "C" NOT NULL,
    agent        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, session)
);
CREATE INDEX session_member ON session (organisation, member);

CREATE TABLE invitation (
    organisation TEXT COLLATE "C" NOT NULL,
    invitation   TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C",
    purpose      TEXT COLLATE "C" NOT NULL,
    made_by      TEXT COLLATE "C",
    made_at      BIGINT           NOT NULL,
    expires      BIGINT           NOT NULL,
    used_at      BIGINT,
    PRIMARY KEY (organisation, invitation)
);

CREATE TABLE api_token (
    organisation TEXT COLLATE "C" NOT NULL,
    token        TEXT COLLATE "C" NOT NULL,
    member       TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    scopes       TEXT COLLATE "C" NOT NULL,
    made_at      BIGINT           NOT NULL,
    expires      BIGINT           NOT NULL,
    used_at      BIGINT,
    revoked_at   BIGINT,
    PRIMARY KEY (organisation, token)
);
CREATE INDEX api_token_member ON api_token (organisation, member);

-- What was done and what was taken out, by whom. Added to, never changed; old rows go by the retention rule.
CREATE TABLE audit (
    organisation TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    at           BIGINT           NOT NULL,
    actor        TEXT COLLATE "C" NOT NULL,
    via          TEXT COLLATE "C" NOT NULL,
    action       TEXT COLLATE "C" NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    outcome      TEXT COLLATE "C" NOT NULL,
    request      TEXT COLLATE "C" NOT NULL,
    detail       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX audit_subject ON audit (organisation, subject, id);

-- Whose keys were destroyed. Kept, so that a backup that is brought back forgets them again.
CREATE TABLE erasure (
    organisation TEXT COLLATE "C" NOT NULL,
    person       TEXT COLLATE "C" NOT NULL,
    at           BIGINT           NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, person)
);

-- How long what is kept, by country and kind, in days.
CREATE TABLE retention (
    organisation TEXT COLLATE "C" NOT NULL,
    country      TEXT COLLATE "C" NOT NULL,
    kind         TEXT COLLATE "C" NOT NULL,
    days         BIGINT           NOT NULL,
    PRIMARY KEY (organisation, country, kind)
);

-- Work that one server does at a time: whoever holds the lease, until its deadline.
CREATE TABLE lease (
    organisation TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    holder       TEXT COLLATE "C" NOT NULL,
    until        BIGINT           NOT NULL,
    PRIMARY KEY (organisation, name)
);
