-- An index that begins like the primary key is as good as it for a planner that knows nothing of a young
-- table yet: a look-up by key was prepared with it once, and from then on read all claims of its kind.
DROP INDEX event_store.claim_owner;
CREATE INDEX claim_owner ON event_store.claim (owner);
