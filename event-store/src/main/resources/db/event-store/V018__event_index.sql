-- By what events are found besides their stream. A block is 1,024 positions; a key stands for a tenant, a type or
-- a label, and says that the block may have an event with it: whoever searches reads the events of the block. All of
-- it is filled behind the writer and can be made again from the events.
CREATE TABLE event_store.event_block (
    block          bigint PRIMARY KEY,
    first_recorded timestamptz NOT NULL,
    last_recorded  timestamptz NOT NULL
);

CREATE TABLE event_store.event_block_key (
    key   bigint NOT NULL,
    block bigint NOT NULL,
    PRIMARY KEY (key, block)
);

-- Up to where events are in it.
CREATE TABLE event_store.event_index (
    id       smallint PRIMARY KEY CHECK (id = 1),
    position bigint NOT NULL
) WITH (fillfactor = 10);

INSERT INTO event_store.event_index VALUES (1, 0);
