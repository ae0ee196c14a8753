package io.daybook.command.claim;

import io.daybook.eventstore.Claims;
import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.UniqueKey;
import java.util.Optional;
import java.util.stream.Stream;

/// A claim on a name, or on an address, that one entity of a tenant may have. It is held under the text's
/// [UniqueKey].
///
/// What an earlier program has claimed stays under the key of then: the text in lower case, as it was
/// typed. That key is looked at as well where it is another, so that the same text stays taken.
public record NamedClaim(Claims claims, TenantId tenant, String kind) {

  /// @return false where another entity has it
  public boolean take(String text, Id owner) {
    return UniqueKey.earlier(text).stream().allMatch(key -> isFreeFor(key, owner))
        && claims.take(tenant.value(), kind, UniqueKey.of(text), owner.value());
  }

  /// Under whichever key it was taken.
  public void release(String text, Id owner) {
    claims.release(tenant.value(), kind, UniqueKey.of(text), owner.value());
    UniqueKey.earlier(text).stream()
        .filter(key -> claims.owner(tenant.value(), kind, key).isPresent())
        .forEach(key -> claims.release(tenant.value(), kind, key, owner.value()));
  }

  /// Whose it is, under whichever key it was taken.
  public Optional<String> owner(String text) {
    return Stream.concat(Stream.of(UniqueKey.of(text)), UniqueKey.earlier(text).stream())
        .flatMap(key -> claims.owner(tenant.value(), kind, key).stream())
        .findFirst();
  }

  private boolean isFreeFor(String key, Id owner) {
    return claims
        .owner(tenant.value(), kind, key)
        .filter(it -> !it.equals(owner.value()))
        .isEmpty();
  }
}
