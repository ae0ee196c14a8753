CREATE TABLE projection.orders (
    tenant_id           text COLLATE "C" NOT NULL,
    order_id            text COLLATE "C" NOT NULL,
    order_number        text COLLATE "C" NOT NULL,
    customer_id         text COLLATE "C" NOT NULL,
    cart_id             text COLLATE "C" NOT NULL,
    payment_id          text COLLATE "C",
    payment_method      text NOT NULL,
    status              text COLLATE "C" NOT NULL,
    currency            text NOT NULL,
    subtotal_minor      bigint NOT NULL,
    shipping_cost_minor bigint NOT NULL,
    shipping_cost_by    text,
    tax_minor           bigint NOT NULL,
    total_amount_minor  bigint NOT NULL,
    recipient_name      text,
    street              text,
    city                text,
    state               text,
    postal_code         text,
    country             text,
    customer_erased     boolean NOT NULL,
    created_at          timestamptz NOT NULL,
    placed_at           timestamptz,
    confirmed_at        timestamptz,
    confirmed_by        text,
    shipped_at          timestamptz,
    tracking_number     text,
    carrier             text,
    delivered_at        timestamptz,
    cancelled_at        timestamptz,
    cancel_reason       text,
    failed_at           timestamptz,
    failure_code        text,
    failure_reason      text,
    failed_product_id   text COLLATE "C",
    failed_available    integer,
    version             bigint NOT NULL,
    PRIMARY KEY (tenant_id, order_id)
);

CREATE INDEX orders_created ON projection.orders (tenant_id, created_at, order_id);
CREATE INDEX orders_customer ON projection.orders (tenant_id, customer_id, created_at, order_id);
CREATE INDEX orders_status ON projection.orders (tenant_id, status, created_at, order_id);
CREATE INDEX orders_number ON projection.orders (tenant_id, order_number, created_at, order_id);

CREATE TABLE projection.order_lines (
    tenant_id        text COLLATE "C" NOT NULL,
    order_id         text COLLATE "C" NOT NULL,
    line_number      integer NOT NULL,
    cart_item_id     text COLLATE "C" NOT NULL,
    product_id       text COLLATE "C" NOT NULL,
    variant_id       text COLLATE "C",
    name             text NOT NULL,
    quantity         integer NOT NULL,
    currency         text NOT NULL,
    list_price_minor bigint NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount_rate    numeric NOT NULL,
    discount_minor   bigint NOT NULL,
    total_minor      bigint NOT NULL,
    terms_by         text,
    attributes       jsonb NOT NULL,
    PRIMARY KEY (tenant_id, order_id, line_number)
);

-- What happened to an order and to its payments. Streams have no order among each other but the
-- time at which their events were recorded.
CREATE TABLE projection.order_timeline (
    tenant_id   text COLLATE "C" NOT NULL,
    order_id    text COLLATE "C" NOT NULL,
    event_id    text COLLATE "C" NOT NULL,
    type        text NOT NULL,
    at          timestamptz NOT NULL,
    actor       text NOT NULL,
    detail      text,
    recorded_at timestamptz NOT NULL,
    sequence    bigint NOT NULL,
    PRIMARY KEY (tenant_id, order_id, event_id)
);

-- Customers whose data was erased. The segments of a projection run side by side, so an erasure may
-- come before the orders that it concerns: these come to rest without an address.
CREATE TABLE projection.order_erasures (
    tenant_id   text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, customer_id)
);

-- Whether an order of this customer may show an address. It first waits for an erasure of the same
-- customer that is not committed yet, and makes later ones wait for this transaction; the function is
-- volatile, so that what is read after the wait is read anew.
CREATE FUNCTION projection.is_erased(tenant text, customer text) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(tenant || '/' || customer, 35));
    RETURN EXISTS (
        SELECT FROM projection.order_erasures e
        WHERE e.tenant_id = tenant AND e.customer_id = customer);
END $$;
