CREATE TABLE projection.reviews (
    tenant_id  text COLLATE "C" NOT NULL,
    review_id  text COLLATE "C" NOT NULL,
    product_id text COLLATE "C" NOT NULL,
    stars      integer NOT NULL,
    text       text,
    hidden     boolean NOT NULL DEFAULT false,
    written_at timestamptz NOT NULL,
    version    bigint NOT NULL,
    PRIMARY KEY (tenant_id, review_id)
);

CREATE INDEX reviews_written ON projection.reviews (tenant_id, written_at, review_id);
CREATE INDEX reviews_product ON projection.reviews (tenant_id, product_id, written_at, review_id);
