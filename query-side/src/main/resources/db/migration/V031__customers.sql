-- After an erasure the person's data is gone from the row; the row stays, for the orders.
CREATE TABLE projection.customers (
    tenant_id     text COLLATE "C" NOT NULL,
    customer_id   text COLLATE "C" NOT NULL,
    email         text COLLATE "C",
    first_name    text,
    last_name     text,
    status        text COLLATE "C" NOT NULL,
    anonymized_id uuid,
    created_at    timestamptz NOT NULL,
    verified_at   timestamptz,
    erased_at     timestamptz,
    version       bigint NOT NULL,
    PRIMARY KEY (tenant_id, customer_id)
);

CREATE INDEX customers_created ON projection.customers (tenant_id, created_at, customer_id);
CREATE INDEX customers_status ON projection.customers (tenant_id, status, created_at, customer_id);
CREATE INDEX customers_email ON projection.customers (tenant_id, email, customer_id);

CREATE TABLE projection.addresses (
    tenant_id      text COLLATE "C" NOT NULL,
    customer_id    text COLLATE "C" NOT NULL,
    address_id     text COLLATE "C" NOT NULL,
    recipient_name text NOT NULL,
    street         text NOT NULL,
    city           text NOT NULL,
    state          text,
    postal_code    text NOT NULL,
    country        text NOT NULL,
    added_at       timestamptz NOT NULL,
    version        bigint NOT NULL,
    PRIMARY KEY (tenant_id, customer_id, address_id)
);
