CREATE SCHEMA command_side;

-- Password hashes live here and nowhere else: never in an event, which is kept for ever.
CREATE TABLE command_side.credential (
    tenant_id     text COLLATE "C" NOT NULL,
    customer_id   text COLLATE "C" NOT NULL,
    password_hash text NOT NULL,
    stored_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, customer_id)
);

-- Mail that waits to be sent, with secrets that its recipient alone may see.
CREATE TABLE command_side.outgoing_mail (
    tenant_id text COLLATE "C" NOT NULL,
    mail_id   uuid NOT NULL,
    recipient text COLLATE "C" NOT NULL,
    template  text NOT NULL,
    data      json NOT NULL,
    queued_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, mail_id)
);

CREATE INDEX outgoing_mail_recipient
    ON command_side.outgoing_mail (tenant_id, recipient, queued_at);
