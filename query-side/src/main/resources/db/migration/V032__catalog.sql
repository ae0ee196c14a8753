CREATE TABLE projection.categories (
    tenant_id          text COLLATE "C" NOT NULL,
    category_id        text COLLATE "C" NOT NULL,
    name               text COLLATE "C" NOT NULL,
    parent_category_id text COLLATE "C",
    depth              integer NOT NULL,
    created_at         timestamptz NOT NULL,
    version            bigint NOT NULL,
    PRIMARY KEY (tenant_id, category_id)
);

CREATE INDEX categories_created ON projection.categories (tenant_id, created_at, category_id);
CREATE INDEX categories_name ON projection.categories (tenant_id, name, category_id);
CREATE INDEX categories_parent ON projection.categories (tenant_id, parent_category_id, name, category_id);

CREATE TABLE projection.products (
    tenant_id   text COLLATE "C" NOT NULL,
    product_id  text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    description text,
    price_minor bigint NOT NULL,
    currency    text NOT NULL,
    category_id text COLLATE "C" NOT NULL,
    status      text COLLATE "C" NOT NULL,
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (tenant_id, product_id)
);

CREATE INDEX products_created ON projection.products (tenant_id, created_at, product_id);
CREATE INDEX products_name ON projection.products (tenant_id, name, product_id);
CREATE INDEX products_status ON projection.products (tenant_id, status, name, product_id);
CREATE INDEX products_category ON projection.products (tenant_id, category_id, name, product_id);

CREATE TABLE projection.variants (
    tenant_id   text COLLATE "C" NOT NULL,
    product_id  text COLLATE "C" NOT NULL,
    variant_id  text COLLATE "C" NOT NULL,
    name        text NOT NULL,
    sku         text,
    price_minor bigint,
    currency    text,
    attributes  jsonb NOT NULL,
    added_at    timestamptz NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (tenant_id, product_id, variant_id)
);
