package io.daybook.command.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.TenantPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TenantPoliciesTest {
  private static final TenantId ACME = new TenantId("acme");
  private final ApplicationContextRunner program =
      new ApplicationContextRunner().withUserConfiguration(TenantConfiguration.class);

  @Test
  void a_tenant_that_sets_nothing_has_the_defaults() {
    program.run(
        context -> {
          TenantPolicy policy = context.getBean(TenantPolicy.Source.class).of(TenantId.DEFAULT);

          assertThat(policy.currency()).isEqualTo(Currency.getInstance("EUR"));
          assertThat(policy.countries()).contains("DE", "SE", "VE").hasSizeGreaterThan(240);
          assertThat(policy.shippingCost()).isEqualTo(Money.of(0, "EUR"));
          assertThat(policy.taxRate()).isEqualByComparingTo(BigDecimal.ZERO);
          assertThat(policy.reservation()).isEqualTo(Duration.ofMinutes(15));
          assertThat(policy.cartExpiry()).isEqualTo(Duration.ofDays(30));
          assertThat(policy.cartUndo()).isEqualTo(Duration.ofMinutes(10));
          assertThat(policy.verification()).isEqualTo(Duration.ofHours(48));
        });
  }

  @Test
  void a_tenant_sets_what_it_wants_and_keeps_the_other_defaults() {
    program
        .withPropertyValues(
            "daybook.tenants.acme.currency=USD",
            "daybook.tenants.acme.countries=US,CA",
            "daybook.tenants.acme.shipping-cost=4.90",
            "daybook.tenants.acme.tax-rate=0.19",
            "daybook.tenants.acme.cart-expiry=7d")
        .run(
            context -> {
              TenantPolicy policy = context.getBean(TenantPolicy.Source.class).of(ACME);

              assertThat(policy.countries()).isEqualTo(Set.of("US", "CA"));
              assertThat(policy.shippingCost()).isEqualTo(Money.of(490, "USD"));
              assertThat(policy.taxRate()).isEqualByComparingTo("0.19");
              assertThat(policy.cartExpiry()).isEqualTo(Duration.ofDays(7));
              assertThat(policy.reservation()).isEqualTo(Duration.ofMinutes(15));
            });
  }

  @Test
  void tenants_do_not_share_their_settings() {
    program
        .withPropertyValues("daybook.tenants.acme.currency=JPY")
        .run(
            context ->
                assertThat(
                        context
                            .getBean(TenantPolicy.Source.class)
                            .of(new TenantId("other"))
                            .currency())
                    .isEqualTo(Currency.getInstance("EUR")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "countries=DE,Atlantis",
        "currency=EURO",
        "shipping-cost=-1",
        "shipping-cost=1.234",
        "shipping-cost=10000000000.01",
        "tax-rate=-0.1",
        "reservation=0s",
        "cart-expiry=-1d",
        "cart-undo=-1s",
        "verification=0s"
      })
  void a_setting_that_makes_no_sense_stops_the_start(String setting) {
    program
        .withPropertyValues("daybook.tenants.acme." + setting)
        .run(context -> assertThat(context).hasFailed());
  }
}
