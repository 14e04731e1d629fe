-- Lists come least sure first. The chance that was last seen stands beside the promise too, so that an index has that
-- order and a page of a list need not sort all promises. It is no fact of the log: it is brought back from `standing`.
ALTER TABLE promise ADD COLUMN chance BIGINT;
UPDATE promise SET chance = (
    SELECT s.chance FROM standing s
    WHERE s.organisation = promise.organisation AND s.promise = promise.promise
);
CREATE INDEX promise_least_sure
    ON promise (organisation, (state <> 'late'), (chance IS NULL), chance, due, number);
