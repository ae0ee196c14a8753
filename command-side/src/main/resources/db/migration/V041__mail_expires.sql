-- A mail is kept no longer than the token in it is valid.
ALTER TABLE command_side.outgoing_mail ADD COLUMN expires_at timestamptz;

UPDATE command_side.outgoing_mail SET expires_at = (data ->> 'expiresAt')::timestamptz;

CREATE INDEX outgoing_mail_expires ON command_side.outgoing_mail (tenant_id, expires_at);
