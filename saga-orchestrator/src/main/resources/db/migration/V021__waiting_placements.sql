-- Which placements wait for their payment, and since when: a partial index over the sagas, so that a
-- placement that is answered at once, as nearly all are, costs no entry of the agenda.
ALTER TABLE process.saga ADD COLUMN stored_at timestamptz NOT NULL DEFAULT now();

CREATE INDEX saga_awaiting_payment ON process.saga (stored_at)
    WHERE position('"stage":"AWAITING_PAYMENT"'::bytea IN state) > 0;
