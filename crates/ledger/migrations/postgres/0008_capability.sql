-- What the product or service does, as product answers for it.
CREATE TABLE capability (
    organisation TEXT COLLATE "C" NOT NULL,
    capability   TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    state        TEXT COLLATE "C" NOT NULL,
    data         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, capability)
);
-- Public statements that rest on a capability, where they stand, and from when to when they were seen.
CREATE TABLE claim (
    organisation TEXT COLLATE "C" NOT NULL,
    claim        TEXT COLLATE "C" NOT NULL,
    place        TEXT COLLATE "C" NOT NULL,
    words        TEXT COLLATE "C" NOT NULL,
    capability   TEXT COLLATE "C" NOT NULL,
    said         TEXT COLLATE "C" NOT NULL,
    first_day    TEXT COLLATE "C",
    last_day     TEXT COLLATE "C",
    counted_on   TEXT COLLATE "C",
    first_seen   BIGINT           NOT NULL,
    last_seen    BIGINT           NOT NULL,
    gone         BIGINT,
    PRIMARY KEY (organisation, claim)
);
CREATE INDEX claim_place ON claim (organisation, place);
