CREATE SCHEMA process;

-- The state of running processes, found again by their associations.
CREATE TABLE process.saga (
    saga_id   text NOT NULL PRIMARY KEY,
    saga_type text,
    revision  text,
    state     bytea
);

CREATE TABLE process.association (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    saga_id   text NOT NULL,
    saga_type text NOT NULL,
    key       text NOT NULL,
    value     text NOT NULL
);

CREATE INDEX association_value ON process.association (value, key, saga_type);
CREATE INDEX association_saga ON process.association (saga_id, saga_type);
