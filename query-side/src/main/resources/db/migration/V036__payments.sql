CREATE TABLE projection.payments (
    tenant_id        text COLLATE "C" NOT NULL,
    payment_id       text COLLATE "C" NOT NULL,
    order_id         text COLLATE "C",
    customer_id      text COLLATE "C",
    status           text COLLATE "C" NOT NULL,
    payment_method   text,
    currency         text NOT NULL,
    amount_minor     bigint NOT NULL,
    captured_minor   bigint NOT NULL,
    refunded_minor   bigint NOT NULL,
    attempt          integer NOT NULL,
    authorization_id text,
    expires_at       timestamptz,
    redirect_url     text,
    decline_kind     text,
    reason           text,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    version          bigint NOT NULL,
    PRIMARY KEY (tenant_id, payment_id)
);

CREATE INDEX payments_created ON projection.payments (tenant_id, created_at, payment_id);
CREATE INDEX payments_order ON projection.payments (tenant_id, order_id, created_at, payment_id);
CREATE INDEX payments_customer ON projection.payments (tenant_id, customer_id, created_at, payment_id);
CREATE INDEX payments_status ON projection.payments (tenant_id, status, created_at, payment_id);

-- Everything that was asked of a gateway and everything that it said.
CREATE TABLE projection.payment_operations (
    tenant_id    text COLLATE "C" NOT NULL,
    payment_id   text COLLATE "C" NOT NULL,
    sequence     bigint NOT NULL,
    type         text NOT NULL,
    at           timestamptz NOT NULL,
    actor        text NOT NULL,
    amount_minor bigint,
    currency     text,
    reference    text,
    reason       text,
    PRIMARY KEY (tenant_id, payment_id, sequence)
);
