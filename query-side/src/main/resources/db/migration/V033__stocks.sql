-- One row per thing that can be stocked: a product without variants, or a variant.
CREATE TABLE projection.stocks (
    tenant_id        text COLLATE "C" NOT NULL,
    stock_id         text COLLATE "C" NOT NULL,
    product_id       text COLLATE "C" NOT NULL,
    variant_id       text COLLATE "C",
    on_hand          integer NOT NULL DEFAULT 0,
    reserved         integer NOT NULL DEFAULT 0,
    available        integer NOT NULL GENERATED ALWAYS AS (on_hand - reserved) STORED,
    threshold        integer,
    low_at           timestamptz,
    out_at           timestamptz,
    updated_at       timestamptz NOT NULL,
    version          bigint NOT NULL,
    PRIMARY KEY (tenant_id, stock_id)
);

CREATE INDEX stocks_product ON projection.stocks (tenant_id, product_id, stock_id);
CREATE INDEX stocks_available ON projection.stocks (tenant_id, available, stock_id);
