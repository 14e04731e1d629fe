-- What promises are tied to outside the company: deliveries of third parties, and plans of customers.
CREATE TABLE tie (
    organisation TEXT COLLATE "C" NOT NULL,
    promise      TEXT COLLATE "C" NOT NULL,
    tie          TEXT COLLATE "C" NOT NULL,
    third_party  TEXT COLLATE "C",
    what         TEXT COLLATE "C" NOT NULL,
    due          BIGINT           NOT NULL,
    due_zone     TEXT COLLATE "C" NOT NULL,
    due_grain    TEXT COLLATE "C" NOT NULL,
    state        TEXT COLLATE "C" NOT NULL,
    arrived_at   BIGINT,
    PRIMARY KEY (organisation, promise, tie)
);
CREATE INDEX tie_state ON tie (organisation, state);
