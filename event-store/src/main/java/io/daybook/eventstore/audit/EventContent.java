package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import io.daybook.eventstore.StoredType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// All of an event but its position, which nobody knows before it is written.
///
/// Numbers that stand for names (of types, of keys of metadata) are hashed as the names, so that these
/// cannot be changed in their own tables either.
///
/// @param micros since 1970, when it was recorded
/// @param keys of its metadata that were stored as numbers, in their order
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EventContent(
    String stream,
    long sequence,
    StoredType type,
    long micros,
    UUID id,
    List<String> keys,
    byte[] metadata,
    byte[] payload) {

  private static final byte[] DOMAIN = "daybook event 1\n".getBytes(StandardCharsets.US_ASCII);

  public byte[] hash() {
    Sha256 sha =
        new Sha256()
            .fixed(DOMAIN)
            .text(stream)
            .number(sequence)
            .text(type.aggregateType())
            .text(type.name())
            .text(type.revision())
            .number(micros)
            .number(id.getMostSignificantBits())
            .number(id.getLeastSignificantBits())
            .number(keys.size());
    keys.forEach(sha::text);
    return sha.bytes(metadata).bytes(payload).end();
  }

  /// Its leaf in the Merkle tree, if it is at this position.
  public Hash leaf(long position) {
    return Hash.of(new MerkleTree().leaf(position, hash()));
  }
}
