-- What is being rebuilt, by which node, and what became of it. The tables that are rebuilt are in a
-- schema rebuild_<projection> each.
CREATE SCHEMA rebuild;

CREATE TABLE rebuild.rebuild (
    rebuild_id text PRIMARY KEY,
    projection text NOT NULL,
    purpose    text NOT NULL,
    phase      text NOT NULL,
    position   bigint NOT NULL,
    target     bigint NOT NULL,
    comparison jsonb,
    failure    text,
    owner      text,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz
);

-- One of a projection at a time.
CREATE UNIQUE INDEX rebuild_open ON rebuild.rebuild (projection)
    WHERE phase IN ('RUNNING', 'KEPT', 'CANCELLING');

-- The projection's statements look for themselves, in whichever schema they write.
DROP FUNCTION projection.is_erased(text, text);
