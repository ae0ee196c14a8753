package io.daybook.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.TenantId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {
  private final DerivedIds ids = new DerivedIds(TenantId.DEFAULT, "purchases");

  @Test
  void the_same_key_has_the_same_id() {
    assertThat(ids.order("17"))
        .isEqualTo(new DerivedIds(TenantId.DEFAULT, "purchases").order("17"));
  }

  @Test
  void an_id_is_the_same_in_every_release() {
    assertThat(ids.order("17").value()).isEqualTo("ord_d956c596-2e03-8df4-a0c6-42bc3d4325d2");
  }

  @Test
  void another_tenant_source_kind_or_key_has_another_id() {
    UUID id = ids.uuid("order", "17");
    assertThat(new DerivedIds(new TenantId("other"), "purchases").uuid("order", "17"))
        .isNotEqualTo(id);
    assertThat(new DerivedIds(TenantId.DEFAULT, "northwind").uuid("order", "17")).isNotEqualTo(id);
    assertThat(ids.uuid("cart", "17")).isNotEqualTo(id);
    assertThat(ids.uuid("order", "18")).isNotEqualTo(id);
  }

  @Test
  void ids_are_uuids_of_version_8() {
    assertThat(IntStream.range(0, 100).mapToObj(key -> ids.uuid("order", "" + key)))
        .allSatisfy(
            id -> {
              assertThat(id.version()).isEqualTo(8);
              assertThat(id.variant()).isEqualTo(2);
            })
        .doesNotHaveDuplicates();
  }
}
