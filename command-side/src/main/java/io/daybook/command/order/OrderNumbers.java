package io.daybook.command.order;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.Sha256;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.OrderId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Gives an order its number: eight characters that can be read out on the telephone, such as
/// `K7F3-92QD`. It is computed from the order's id, so that a repeated placement gets the same. A claim
/// makes it unique within the tenant; where it is taken, the next candidate is tried.
final class OrderNumbers {
  // Crockford's base 32: no I, L, O or U, which are misread or make words.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final int MAX_TRIES = 32;

  private final Claims claims;

  OrderNumbers(Claims claims) {
    this.claims = claims;
  }

  String take(TenantId tenant, OrderId order) {
    for (int salt = 0; salt < MAX_TRIES; salt++) {
      String number = candidate(order, salt);
      if (claims.take(tenant.value(), ClaimKinds.ORDER_NUMBER, number, order.value())) {
        return number;
      }
    }
    throw new IllegalStateException("No free order number in " + MAX_TRIES + " tries for " + order);
  }

  static String candidate(OrderId order, int salt) {
    long bits =
        ByteBuffer.wrap(Sha256.of((order.value() + "/" + salt).getBytes(StandardCharsets.UTF_8)))
            .getLong();
    StringBuilder number = new StringBuilder();
    for (int digit = 0; digit < LENGTH; digit++) {
      if (digit == LENGTH / 2) {
        number.append('-');
      }
      number.append(DIGITS.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return number.toString();
  }
}
