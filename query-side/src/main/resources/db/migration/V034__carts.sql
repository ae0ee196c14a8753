CREATE TABLE projection.carts (
    tenant_id     text COLLATE "C" NOT NULL,
    cart_id       text COLLATE "C" NOT NULL,
    customer_id   text COLLATE "C",
    status        text COLLATE "C" NOT NULL,
    clear_reason  text,
    last_order_id text COLLATE "C",
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    expired_at    timestamptz,
    version       bigint NOT NULL,
    PRIMARY KEY (tenant_id, cart_id)
);

CREATE INDEX carts_created ON projection.carts (tenant_id, created_at, cart_id);
CREATE INDEX carts_customer ON projection.carts (tenant_id, customer_id, created_at, cart_id);
CREATE INDEX carts_status ON projection.carts (tenant_id, status, created_at, cart_id);

-- A line that was taken out stays, with when and why, until the cart is cleared: it can be put back.
CREATE TABLE projection.cart_lines (
    tenant_id          text COLLATE "C" NOT NULL,
    cart_id            text COLLATE "C" NOT NULL,
    cart_item_id       text COLLATE "C" NOT NULL,
    product_id         text COLLATE "C" NOT NULL,
    variant_id         text COLLATE "C",
    quantity           integer NOT NULL,
    unit_price_minor   bigint NOT NULL,
    currency           text NOT NULL,
    attributes         jsonb NOT NULL,
    added_at           timestamptz NOT NULL,
    removed_at         timestamptz,
    removal_reason     text,
    PRIMARY KEY (tenant_id, cart_id, cart_item_id)
);
