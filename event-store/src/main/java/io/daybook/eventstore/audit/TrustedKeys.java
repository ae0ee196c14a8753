package io.daybook.eventstore.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The keys whose seals are believed. They come from outside of the database.
public final class TrustedKeys {

  private final Map<Hash, VerificationKey> keys;

  public TrustedKeys(Collection<VerificationKey> keys) {
    this.keys =
        keys.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    VerificationKey::fingerprint, Function.identity(), (one, same) -> one));
  }

  public Collection<VerificationKey> all() {
    return keys.values();
  }

  Optional<VerificationKey> find(Hash fingerprint) {
    return Optional.ofNullable(keys.get(fingerprint));
  }
}
