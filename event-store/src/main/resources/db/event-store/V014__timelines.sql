-- Which history the events belong to, as a timeline of PostgreSQL's. A node that misses events which it has seen
-- gives the store a new one; by that all other nodes learn of it, whatever they have seen themselves.
ALTER TABLE event_store.head ADD COLUMN timeline uuid NOT NULL DEFAULT gen_random_uuid();

-- Each time that acknowledged events were lost: by a failover to a standby that was behind, or by a restore. The
-- events behind `position` were lost, up to `last_lost`.
CREATE TABLE event_store.lost_events (
    timeline  uuid PRIMARY KEY,
    position  bigint NOT NULL,
    last_lost bigint NOT NULL,
    found_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Processors that have handled events which were lost, and so may show or have done what is no more. A projection
-- leaves it when it has been rebuilt.
CREATE TABLE event_store.stale_processor (
    processor text COLLATE "C" PRIMARY KEY,
    position  bigint NOT NULL,
    found_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
