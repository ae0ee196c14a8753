package io.daybook.command.testing;

import io.daybook.eventstore.Claims;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Claims without a database, for tests of what an aggregate decides. That claims hold under
/// parallel commands is tested on the real ones.
public final class KnownClaims implements Claims {
  private final Map<String, String> owners = new HashMap<>();

  @Override
  public boolean take(String tenant, String kind, String key, String owner) {
    return owner.equals(owners.computeIfAbsent(name(tenant, kind, key), free -> owner));
  }

  @Override
  public Optional<String> owner(String tenant, String kind, String key) {
    return Optional.ofNullable(owners.get(name(tenant, kind, key)));
  }

  @Override
  public void release(String tenant, String kind, String key, String owner) {
    owners.remove(name(tenant, kind, key), owner);
  }

  @Override
  public long countOwnedBy(String tenant, String kind, String owner) {
    return owners.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(name(tenant, kind, "")))
        .filter(entry -> entry.getValue().equals(owner))
        .count();
  }

  private static String name(String tenant, String kind, String key) {
    return tenant + "/" + kind + "/" + key;
  }
}
