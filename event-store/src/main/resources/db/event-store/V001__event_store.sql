CREATE SCHEMA event_store;

-- The one row that every append of every node locks. Positions are taken from it, so they have no
-- gaps, and commits come in their order.
CREATE TABLE event_store.head (
    id       smallint PRIMARY KEY CHECK (id = 1),
    position bigint NOT NULL
) WITH (fillfactor = 10);

INSERT INTO event_store.head VALUES (1, 0);

-- The last batch of each writer, so that one that lost its connection can see what became of it.
CREATE TABLE event_store.writer (
    writer_id  uuid PRIMARY KEY,
    batch      bigint NOT NULL,
    position   bigint NOT NULL,
    written_at timestamptz NOT NULL
) WITH (fillfactor = 10);

-- What is the same for thousands of events.
CREATE TABLE event_store.event_type (
    id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    aggregate_type text,
    name           text NOT NULL,
    revision       text,
    UNIQUE NULLS NOT DISTINCT (aggregate_type, name, revision)
);

-- The first keys of metadata that were used, to be stored as a number.
CREATE TABLE event_store.metadata_key (
    id   smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);

-- One row per event. `position` is the one order of all streams. A stream that belongs to a tenant is
-- called `<tenant>/<id>`. Payload and metadata are for the library to read; for people there is the
-- view `readable_event`.
CREATE TABLE event_store.event (
    position    bigint NOT NULL,
    sequence    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    event_id    uuid NOT NULL,
    type_id     integer NOT NULL,
    stream      text COLLATE "C" NOT NULL,
    metadata    bytea NOT NULL,
    payload     bytea NOT NULL,
    PRIMARY KEY (position)
) PARTITION BY RANGE (position);

CREATE INDEX event_tenant ON event_store.event (split_part(stream, '/', 1), position);
CREATE INDEX event_recorded_at ON event_store.event USING brin (recorded_at);

-- Parts of 2^25 positions, counted from 0. Streams and ids are unique within a part by its indexes, and
-- over all parts by the writer, which looks before it writes while it holds the head row.
CREATE FUNCTION event_store.add_part(number bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part text := 'event_' || number;
BEGIN
    IF to_regclass('event_store.' || part) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE event_store.%I (LIKE event_store.event INCLUDING ALL)', part);
    EXECUTE format('CREATE UNIQUE INDEX %I ON event_store.%I (stream, sequence)', part || '_stream', part);
    EXECUTE format('CREATE UNIQUE INDEX %I ON event_store.%I (event_id)', part || '_event_id', part);
    EXECUTE format('ALTER TABLE event_store.event ATTACH PARTITION event_store.%I FOR VALUES FROM (%s) TO (%s)',
        part, number << 25, (number + 1) << 25);
END
$$;

SELECT event_store.add_part(0);

CREATE VIEW event_store.readable_event AS
SELECT event.position, split_part(event.stream, '/', 1) AS tenant_id, event.stream, event.sequence,
       type.aggregate_type, event.event_id, event.recorded_at, type.name AS type, type.revision,
       convert_from(event.payload, 'UTF8') AS payload
FROM event_store.event JOIN event_store.event_type AS type ON type.id = event.type_id;

-- The last snapshot of a stream. Older ones are of no use to anyone.
CREATE TABLE event_store.snapshot (
    stream      text COLLATE "C" PRIMARY KEY,
    sequence    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    event_id    uuid NOT NULL,
    type_id     integer NOT NULL,
    metadata    bytea NOT NULL,
    payload     bytea NOT NULL
);
