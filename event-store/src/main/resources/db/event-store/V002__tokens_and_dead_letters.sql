-- How far each segment of each processor has come, and which node is working on it.
CREATE TABLE event_store.token (
    processor  text COLLATE "C" NOT NULL,
    segment    integer NOT NULL,
    token      text,
    token_type text,
    touched_at timestamptz NOT NULL,
    owner      text,
    PRIMARY KEY (processor, segment)
) WITH (fillfactor = 50);

-- Which store the tokens belong to, to be told apart from others.
CREATE TABLE event_store.token_store (
    id         smallint PRIMARY KEY CHECK (id = 1),
    identifier uuid NOT NULL
);

INSERT INTO event_store.token_store VALUES (1, gen_random_uuid());

-- Events that a processor could not handle, and those that wait behind them.
CREATE TABLE event_store.dead_letter (
    tenant_id          text GENERATED ALWAYS AS (split_part(stream, '/', 1)) STORED,
    letter_id          text NOT NULL PRIMARY KEY,
    processor          text NOT NULL,
    sequence_id        text NOT NULL,
    sequence_index     bigint NOT NULL,
    message_type       text NOT NULL,
    event_id           text NOT NULL,
    recorded_at        text NOT NULL,
    type               text NOT NULL,
    revision           text,
    payload            bytea NOT NULL,
    metadata           bytea,
    aggregate_type     text,
    stream             text,
    sequence           bigint,
    token_type         text,
    token              bytea,
    enqueued_at        text NOT NULL,
    last_touched_at    text,
    processing_started text,
    cause_type         text,
    cause_message      text,
    diagnostics        bytea,
    UNIQUE (processor, sequence_id, sequence_index)
);

CREATE INDEX dead_letter_tenant ON event_store.dead_letter (tenant_id, processor);
