CREATE SCHEMA event_store;

-- One row per event. `position` is the one order of all streams. A stream is `<tenant>/<id>`.
CREATE TABLE event_store.event (
    position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id      text COLLATE "C" GENERATED ALWAYS AS (split_part(stream, '/', 1)) STORED NOT NULL,
    stream         text COLLATE "C" NOT NULL,
    sequence       bigint NOT NULL,
    aggregate_type text,
    event_id       text COLLATE "C" NOT NULL UNIQUE,
    recorded_at    timestamptz NOT NULL,
    type           text NOT NULL,
    revision       text NOT NULL,
    payload        json NOT NULL,
    metadata       json NOT NULL,
    UNIQUE (stream, sequence)
);

CREATE INDEX event_tenant_position ON event_store.event (tenant_id, position);
CREATE INDEX event_recorded_at ON event_store.event USING brin (recorded_at);

CREATE TABLE event_store.snapshot (
    tenant_id      text COLLATE "C" GENERATED ALWAYS AS (split_part(stream, '/', 1)) STORED NOT NULL,
    stream         text COLLATE "C" NOT NULL,
    sequence       bigint NOT NULL,
    aggregate_type text NOT NULL,
    event_id       text COLLATE "C" NOT NULL UNIQUE,
    recorded_at    timestamptz NOT NULL,
    type           text NOT NULL,
    revision       text,
    payload        text NOT NULL,
    metadata       text NOT NULL,
    PRIMARY KEY (stream, sequence)
);
