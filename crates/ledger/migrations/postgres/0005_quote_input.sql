-- What a quote was computed from, so that it can be computed again. What was held or offered is kept; the rest goes after
-- a while.
CREATE TABLE quote_input (
    organisation   TEXT COLLATE "C" NOT NULL,
    quote          TEXT COLLATE "C" NOT NULL,
    at             BIGINT NOT NULL,
    forecast       TEXT COLLATE "C" NOT NULL,
    forecast_first TEXT COLLATE "C" NOT NULL,
    kept           BIGINT NOT NULL,
    data           TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, quote)
);
