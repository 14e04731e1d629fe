-- A quote that is held reserves its place in the queue until it lapses.
CREATE TABLE held_quote (
    organisation TEXT   NOT NULL,
    quote        TEXT   NOT NULL,
    until        BIGINT NOT NULL,
    data         TEXT   NOT NULL,
    PRIMARY KEY (organisation, quote)
);
