-- Which carts have a thing in them, for when it is repriced or deleted.
CREATE TABLE process.cart_item (
    tenant_id    text COLLATE "C" NOT NULL,
    cart_id      text COLLATE "C" NOT NULL,
    cart_item_id text COLLATE "C" NOT NULL,
    product_id   text COLLATE "C" NOT NULL,
    variant_id   text COLLATE "C",
    PRIMARY KEY (tenant_id, cart_id, cart_item_id)
);

CREATE INDEX cart_item_product ON process.cart_item (tenant_id, product_id, cart_id, cart_item_id);

-- Variants with a price of their own: the product's new price is not theirs.
CREATE TABLE process.priced_variant (
    tenant_id  text COLLATE "C" NOT NULL,
    variant_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, variant_id)
);
