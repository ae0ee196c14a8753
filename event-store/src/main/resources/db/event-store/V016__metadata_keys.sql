-- No event has a key beyond 127, which is as far as one byte goes. What an earlier program has put there
-- only burnt numbers; these names may have a free number now.
DELETE FROM event_store.metadata_key WHERE id > 127;
