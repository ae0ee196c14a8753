package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.StaffTerms;
import io.daybook.order.StaffTerms.LineTerms;
import io.daybook.payment.PaymentCommand.RefundPayment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever sends a command: an import, a process, a caller of the library.
class CommandCheckTest {
  private static final ProductId PRODUCT = ProductId.of(Samples.uuid(1));
  private static final OrderId ORDER = OrderId.of(Samples.uuid(1));

  @Test
  void a_text_that_cannot_be_kept_is_named() {
    refused(new CancelOrder(ORDER, "why\ud83d"), KernelRejection.INVALID_TEXT, "reason");
    refused(new CancelOrder(ORDER, "w".repeat(1_001)), KernelRejection.INVALID_TEXT, "reason");
    passes(new CancelOrder(ORDER, "🚀".repeat(1_000)));
  }

  @Test
  void so_is_the_name_of_an_attribute() {
    refused(added(Map.of("k\ud83d", "v")), KernelRejection.INVALID_TEXT, "attributes.k\ufffd");
    refused(added(Map.of("k", "v\u0000")), KernelRejection.INVALID_TEXT, "attributes.k");
    refused(added(Map.of("\u200b", "v")), KernelRejection.INVALID_TEXT, "attributes.\u200b");
    refused(
        added(
            IntStream.range(0, 101)
                .boxed()
                .collect(Collectors.toMap(it -> "k" + it, it -> "value"))),
        KernelRejection.INVALID_TEXT,
        "attributes");
  }

  @Test
  void a_description_may_be_longer() {
    passes(product("d".repeat(10_000), "EUR"));
    refused(product("d".repeat(10_001), "EUR"), KernelRejection.INVALID_TEXT, "description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "XTS", "XAU", "DEM", "HRK", "CHE"})
  void nothing_new_is_priced_in_what_is_no_currency_any_more(String currency) {
    refused(product(null, currency), KernelRejection.INVALID_AMOUNT, "price.currency");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "USD", "GBP", "JPY", "KWD", "CHF", "PLN", "XOF", "INR"})
  void currencies_that_are_in_use_are_taken(String currency) {
    passes(product(null, currency));
  }

  @Test
  void what_was_paid_in_an_old_currency_is_given_back_in_it() {
    passes(
        new RefundPayment(
            PaymentId.of(ORDER), RefundId.of(Samples.uuid(1)), Money.of(1, "HRK"), "returned"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+300000-01-01T00:00:00Z", "-4800-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
  void an_instant_lies_in_the_years_1970_to_9999(String at) {
    refused(
        new ReserveInventory(PRODUCT, null, 1, ORDER, Instant.parse(at)),
        KernelRejection.INVALID_INSTANT,
        "expiresAt");
  }

  @Test
  void a_number_that_would_fill_megabytes_is_refused() {
    LineTerms line = new LineTerms(PRODUCT, null, null, new BigDecimal("1e-999999999"));
    refused(
        new Discounted(ORDER, new StaffTerms(List.of(line), null)),
        KernelRejection.INVALID_NUMBER,
        "terms.lines.0.discountRate");
  }

  @Test
  void a_refusal_shows_two_hundred_characters_and_none_that_is_broken() {
    Rejection.Violation shown =
        Rejection.of(KernelRejection.INVALID_TEXT)
            .with("f".repeat(60_000), "\ud83d" + "x".repeat(100_000), "rule")
            .violations()
            .getFirst();

    assertThat(shown.field()).hasSize(200);
    assertThat(shown.value()).startsWith("\ufffdx").hasSize(200);
  }

  private record Discounted(OrderId orderId, StaffTerms terms) implements Command {
    @Override
    public Id target() {
      return orderId;
    }

    @Override
    public RejectionCode missing() {
      return KernelRejection.INVALID_ID;
    }
  }

  private static CreateProduct product(@Nullable String description, String currency) {
    return new CreateProduct(
        PRODUCT, "Tea", description, Money.of(1200, currency), CategoryId.of(Samples.uuid(1)));
  }

  private static AddItemToCart added(Map<String, String> attributes) {
    return new AddItemToCart(
        CartId.of(Samples.uuid(1)),
        null,
        CartItemId.of(Samples.uuid(1)),
        PRODUCT,
        null,
        1,
        attributes);
  }

  private static void passes(Command command) {
    assertThatCode(() -> CommandCheck.check(command, Actor.Kind.STAFF)).doesNotThrowAnyException();
  }

  private static void refused(Command command, KernelRejection code, String field) {
    Rejection rejection =
        catchThrowableOfType(
            Rejection.class, () -> CommandCheck.check(command, Actor.Kind.CUSTOMER));
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.violations().getFirst().field()).isEqualTo(field);
  }
}
