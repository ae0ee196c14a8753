-- The public keys that seals were signed with, for information. What they are to be believed is kept
-- outside of the database.
CREATE TABLE event_store.signing_key (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_key bytea NOT NULL UNIQUE,
    added_at   timestamptz NOT NULL DEFAULT now()
);

-- One row per batch of events: the root of its Merkle tree, chained to the batch before and signed.
-- `prints` are the first octets of each event's hash. There is no foreign key to `signing_key`: it would
-- cost every append a look there, and guards against nothing that the signature does not.
CREATE TABLE event_store.seal (
    last_position  bigint PRIMARY KEY,
    first_position bigint NOT NULL CHECK (first_position BETWEEN 1 AND last_position),
    sealed_at      timestamptz NOT NULL,
    key_id         integer NOT NULL,
    adopted        boolean NOT NULL,
    root           bytea NOT NULL CHECK (octet_length(root) = 32),
    previous       bytea NOT NULL CHECK (octet_length(previous) = 32),
    signature      bytea NOT NULL,
    prints         bytea NOT NULL
);

-- Hashes do not compress.
ALTER TABLE event_store.seal ALTER COLUMN prints SET STORAGE EXTERNAL;

-- The end of the chain lies in the row that every append locks. Events of before have no seal yet.
ALTER TABLE event_store.head
    ADD COLUMN sealed_position bigint NOT NULL DEFAULT 0,
    ADD COLUMN seal bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex');
