-- What people must look at of an order that was shipped. A row stays when it was seen to.
CREATE TABLE projection.order_issues (
    tenant_id    text COLLATE "C" NOT NULL,
    order_id     text COLLATE "C" NOT NULL,
    issue        text COLLATE "C" NOT NULL,
    detail       text NOT NULL,
    currency     text,
    amount_minor bigint,
    raised_at    timestamptz NOT NULL,
    resolved_at  timestamptz,
    version      bigint NOT NULL,
    PRIMARY KEY (tenant_id, order_id, issue)
);

CREATE INDEX order_issues_open ON projection.order_issues (tenant_id, issue, order_id)
    WHERE resolved_at IS NULL;

-- What people must look at of a payment. Payments from before have none until the projection is replayed.
ALTER TABLE projection.payments ADD COLUMN issue text COLLATE "C";

CREATE INDEX payments_issue ON projection.payments (tenant_id, issue, created_at, payment_id)
    WHERE issue IS NOT NULL;
