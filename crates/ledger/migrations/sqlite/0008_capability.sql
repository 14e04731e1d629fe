-- What the product or service does, as product answers for it.
CREATE TABLE capability (
    organisation TEXT   NOT NULL,
    capability   TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    data         TEXT   NOT NULL,
    PRIMARY KEY (organisation, capability)
);
-- Public statements that rest on a capability, where they stand, and from when to when they were seen.
CREATE TABLE claim (
    organisation TEXT   NOT NULL,
    claim        TEXT   NOT NULL,
    place        TEXT   NOT NULL,
    words        TEXT   NOT NULL,
    capability   TEXT   NOT NULL,
    said         TEXT   NOT NULL,
    first_day    TEXT,
    last_day     TEXT,
    counted_on   TEXT,
    first_seen   BIGINT NOT NULL,
    last_seen    BIGINT NOT NULL,
    gone         BIGINT,
    PRIMARY KEY (organisation, claim)
);
CREATE INDEX claim_place ON claim (organisation, place);
