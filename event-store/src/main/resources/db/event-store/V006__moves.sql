-- What was moved here from other event stores, and how far: written with the events that it counts.
CREATE TABLE event_store.move (
    first_event uuid PRIMARY KEY,
    tenant_id   text NOT NULL,
    source      text NOT NULL,
    last_event  uuid NOT NULL,
    last_index  bigint NOT NULL,
    events      bigint NOT NULL,
    moved_at    timestamptz NOT NULL
);

-- Where a processor begins that has no token yet, if not where it would by itself.
CREATE TABLE event_store.processor_start (
    processor text COLLATE "C" PRIMARY KEY,
    position  bigint NOT NULL
);
