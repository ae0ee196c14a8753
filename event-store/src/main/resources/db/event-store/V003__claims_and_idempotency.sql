-- What may be held once. The claims of an owner are counted, hence the second index.
CREATE TABLE event_store.claim (
    tenant_id text COLLATE "C" NOT NULL,
    kind      text COLLATE "C" NOT NULL,
    key       text COLLATE "C" NOT NULL,
    owner     text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, kind, key)
);

CREATE INDEX claim_owner ON event_store.claim (tenant_id, kind, owner);

-- Answers by Idempotency-Key.
CREATE TABLE event_store.idempotency (
    tenant_id    text COLLATE "C" NOT NULL,
    caller       text COLLATE "C" NOT NULL,
    key          text COLLATE "C" NOT NULL CHECK (length(key) <= 255),
    request_hash text NOT NULL,
    status       integer NOT NULL,
    headers      json NOT NULL,
    body         json,
    position     bigint NOT NULL,
    stored_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, caller, key)
);

CREATE INDEX idempotency_stored_at ON event_store.idempotency (stored_at);
