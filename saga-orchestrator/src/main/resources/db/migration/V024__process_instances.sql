-- The running processes. `stage` and `state` are what a console shows; the state is of the type's
-- revision. `associations` has those beside the key, as `property=value`.
CREATE TABLE process.instance (
    process      text COLLATE "C" NOT NULL,
    tenant_id    text COLLATE "C" NOT NULL,
    process_id   text COLLATE "C" NOT NULL,
    stage        text COLLATE "C" GENERATED ALWAYS AS (state ->> 'stage') STORED NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT now(),
    stage_since  timestamptz NOT NULL DEFAULT now(),
    revision     integer NOT NULL,
    state        jsonb NOT NULL,
    associations text[] COLLATE "C" NOT NULL DEFAULT '{}',
    PRIMARY KEY (process, process_id, tenant_id)
);

CREATE INDEX instance_stage ON process.instance (process, stage, stage_since);

CREATE INDEX instance_association ON process.instance USING gin (associations)
    WITH (fastupdate = off) WHERE associations <> '{}';

-- Placements were Axon's sagas: under the name of their class, by `<tenant>/<order>`, with their fields
-- as bytes of JSON. Sagas of other classes, if the database has any, stay.
INSERT INTO process.instance
    (process, tenant_id, process_id, started_at, stage_since, revision, state)
SELECT 'order-placement', split_part(saga_id, '/', 1), split_part(saga_id, '/', 2), stored_at, stored_at, 1,
       jsonb_strip_nulls(jsonb_build_object(
           'stage', old -> 'stage',
           'placement', old -> 'placement',
           'reserved', old -> 'held',
           'deadlineSet', old -> 'watched',
           'captured', old -> 'captured'))
FROM process.saga, convert_from(state, 'UTF8') AS text, LATERAL (SELECT text::jsonb AS old) AS stored
WHERE saga_type = 'io.daybook.saga.orderplacement.OrderPlacementSaga';

DELETE FROM process.association
WHERE saga_type = 'io.daybook.saga.orderplacement.OrderPlacementSaga';

DELETE FROM process.saga
WHERE saga_type = 'io.daybook.saga.orderplacement.OrderPlacementSaga';

DROP INDEX process.saga_awaiting_payment;

ALTER TABLE process.saga DROP COLUMN stored_at;
