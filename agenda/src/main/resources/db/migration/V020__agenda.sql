-- What is due when. The columns are db-scheduler's, but for two: `task_instance` is `<tenant>/<key>`,
-- and `due_at` is the instant on the tenant's own clock, of which `execution_time` is the wall-clock
-- reading. They differ where a tenant's clock was moved.
CREATE TABLE process.agenda (
    tenant_id            text COLLATE "C" GENERATED ALWAYS AS (split_part(task_instance, '/', 1)) STORED NOT NULL,
    task_name            text COLLATE "C" NOT NULL,
    task_instance        text COLLATE "C" NOT NULL,
    task_data            bytea,
    due_at               timestamptz,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX agenda_execution_time ON process.agenda (execution_time);
CREATE INDEX agenda_tenant_due ON process.agenda (tenant_id, due_at);
CREATE INDEX agenda_heartbeat ON process.agenda (last_heartbeat) WHERE last_heartbeat IS NOT NULL;
