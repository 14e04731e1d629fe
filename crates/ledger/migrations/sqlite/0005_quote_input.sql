-- What a quote was computed from, so that it can be computed again. What was held or offered is kept; the rest goes after
-- a while.
CREATE TABLE quote_input (
    organisation   TEXT NOT NULL,
    quote          TEXT NOT NULL,
    at             BIGINT NOT NULL,
    forecast       TEXT NOT NULL,
    forecast_first TEXT NOT NULL,
    kept           BIGINT NOT NULL,
    data           TEXT NOT NULL,
    PRIMARY KEY (organisation, quote)
);
