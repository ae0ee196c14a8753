-- The sandbox gateway's own books: one row per request, as an outside system would keep them. They
-- are never written in a transaction of Daybook's.
CREATE TABLE process.sandbox_ledger (
    tenant_id    text COLLATE "C" NOT NULL,
    key          text COLLATE "C" NOT NULL,
    payment_id   text COLLATE "C" NOT NULL,
    operation    text NOT NULL,
    token        text NOT NULL,
    amount_minor bigint,
    currency     text,
    outcome      text NOT NULL CHECK (outcome IN ('APPROVED', 'DECLINED', 'OPEN')),
    decline_kind text,
    reason       text,
    reference    text COLLATE "C" NOT NULL UNIQUE,
    expires_at   timestamptz,
    known_from   timestamptz NOT NULL,
    calls        integer NOT NULL DEFAULT 1,
    lookups      integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, key)
);

CREATE INDEX sandbox_ledger_payment ON process.sandbox_ledger (tenant_id, payment_id);
