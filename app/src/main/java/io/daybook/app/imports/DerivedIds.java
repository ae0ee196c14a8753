package io.daybook.app.imports;

import io.daybook.eventstore.Sha256;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Ids that follow from what they stand for, so that the same line of the same file is the same order
/// however often it is imported. They are UUIDs of version 8 (RFC 9562), which leaves their making to
/// whoever makes them: here SHA-256 of tenant, source and key.
public record DerivedIds(TenantId tenant, String source) {
  private static final int FINGERPRINT_BYTES = 8;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000000000000000L;

  public CategoryId category(String key) {
    return CategoryId.of(uuid("category", key));
  }

  public ProductId product(String key) {
    return ProductId.of(uuid("product", key));
  }

  public VariantId variant(String key) {
    return VariantId.of(uuid("variant", key));
  }

  public CustomerId customer(String key) {
    return CustomerId.of(uuid("customer", key));
  }

  public AddressId address(String key) {
    return AddressId.of(uuid("address", key));
  }

  public CartId cart(String key) {
    return CartId.of(uuid("cart", key));
  }

  public CartItemId cartItem(String key) {
    return CartItemId.of(uuid("cart-item", key));
  }

  public OrderId order(String key) {
    return OrderId.of(uuid("order", key));
  }

  public UUID uuid(String kind, String key) {
    String name = String.join("\0", tenant.value(), source, kind, key);
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
    return new UUID(
        (hash.getLong() & ~0xF000L) | VERSION_8, (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT);
  }

  /// What tells some files from all others, whatever their names.
  public static String fingerprint(List<Path> files) {
    Sha256 digest = new Sha256();
    try {
      for (Path file : files) {
        digest.fixed(Sha256.of(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.end(), 0, FINGERPRINT_BYTES);
  }
}
