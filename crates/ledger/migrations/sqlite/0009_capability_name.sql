-- A name that texts call one capability by is no other's, in capitals or not, however it is written: two servers that give
-- it at the same time are told apart here. Names of before come in when their capability is named, or with a rebuild.
CREATE TABLE capability_name (
    organisation TEXT NOT NULL,
    name         TEXT NOT NULL,
    capability   TEXT NOT NULL,
    PRIMARY KEY (organisation, name)
);
CREATE INDEX capability_name_of ON capability_name (organisation, capability);
-- When a capability came into the register: since then product is asked.
ALTER TABLE capability ADD COLUMN registered BIGINT;
UPDATE capability SET registered = (
    SELECT e.at FROM event e
    WHERE e.organisation = capability.organisation
        AND e.stream = 'capability:' || capability.capability AND e.version = 1
);
