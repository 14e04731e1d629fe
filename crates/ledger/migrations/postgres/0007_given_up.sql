-- Work that nobody will finish any more: when it was given up. It is neither done nor open.
ALTER TABLE work_item ADD COLUMN given_up BIGINT;
