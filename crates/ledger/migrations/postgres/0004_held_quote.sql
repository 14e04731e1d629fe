-- A quote that is held reserves its place in the queue until it lapses.
CREATE TABLE held_quote (
    organisation TEXT COLLATE "C" NOT NULL,
    quote        TEXT COLLATE "C" NOT NULL,
    until        BIGINT           NOT NULL,
    data         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, quote)
);
