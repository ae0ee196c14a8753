package io.daybook.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void the_name_of_a_stream_is_its_tenant_and_its_id() {
    StreamName name = StreamName.parse("shop/ord_1/2");

    assertThat(name).isEqualTo(new StreamName("shop", "ord_1/2"));
    assertThat(name).hasToString("shop/ord_1/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ord_1", "/ord_1"})
  void a_stream_without_a_tenant_has_no_such_name(String stream) {
    assertThatThrownBy(() -> StreamName.parse(stream)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tenant_contains_no_slash() {
    assertThatThrownBy(() -> new StreamName("a/b", "ord_1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_two_nodes_have_one_name() {
    assertThat(NodeId.unique()).isNotEqualTo(NodeId.unique());
  }

  /// The example of FIPS 180-2, appendix B.1.
  @Test
  void a_hash_is_the_one_of_the_standard() {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assertThat(Sha256.hexOf("abc".getBytes(UTF_8))).isEqualTo(abc);
    assertThat(HexFormat.of().formatHex(Sha256.of("abc"))).isEqualTo(abc);
  }
}
