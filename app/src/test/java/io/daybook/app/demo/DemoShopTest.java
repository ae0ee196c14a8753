package io.daybook.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.TenantId;
import io.daybook.order.OrderStatus;
import org.junit.jupiter.api.Test;

class DemoShopTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  @Test
  void the_same_seed_makes_the_same_shop() {
    assertThat(DemoShop.of(TENANT, 1, 1)).isEqualTo(DemoShop.of(TENANT, 1, 1));
    assertThat(DemoShop.of(TENANT, 2, 1)).isNotEqualTo(DemoShop.of(TENANT, 1, 1));
  }

  @Test
  void the_scale_multiplies_the_shop() {
    DemoShop one = DemoShop.of(TENANT, 1, 1);
    DemoShop three = DemoShop.of(TENANT, 1, 3);
    assertThat(three.wares()).hasSize(3 * one.wares().size()).doesNotHaveDuplicates();
    assertThat(three.shoppers()).hasSize(3 * one.shoppers().size());
    assertThat(three.purchases()).hasSize(3 * one.purchases().size());
    assertThat(three.wares()).extracting(Ware::name).doesNotHaveDuplicates();
    assertThat(three.shoppers()).extracting(Shopper::email).doesNotHaveDuplicates();
  }

  @Test
  void stories_end_in_every_state() {
    assertThat(Story.ALL).extracting(Story::end).contains(OrderStatus.values());
  }

  @Test
  void only_what_is_on_sale_is_chosen_and_in_a_variant_where_there_are_some() {
    assertThat(DemoShop.of(TENANT, 1, 2).purchases())
        .flatExtracting(DemoShop.Purchase::choices)
        .allSatisfy(
            choice -> {
              assertThat(choice.ware().onSale()).isTrue();
              assertThat(choice.variant() == null).isEqualTo(choice.ware().variants().isEmpty());
            });
  }
}
