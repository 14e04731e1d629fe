-- What promises are tied to outside the company: deliveries of third parties, and plans of customers.
CREATE TABLE tie (
    organisation TEXT   NOT NULL,
    promise      TEXT   NOT NULL,
    tie          TEXT   NOT NULL,
    third_party  TEXT,
    what         TEXT   NOT NULL,
    due          BIGINT NOT NULL,
    due_zone     TEXT   NOT NULL,
    due_grain    TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    arrived_at   BIGINT,
    PRIMARY KEY (organisation, promise, tie)
);
CREATE INDEX tie_state ON tie (organisation, state);
