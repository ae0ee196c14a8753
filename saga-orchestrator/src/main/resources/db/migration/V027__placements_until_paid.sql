-- Placements stay until their money has come, and know the further payments of their order: what was
-- captured moves to where these are.
UPDATE process.instance
SET revision = 2,
    state = (state - 'captured') || jsonb_build_object('settlement',
        jsonb_strip_nulls(jsonb_build_object('captured', state -> 'captured')))
WHERE process = 'order-placement' AND revision = 1;
