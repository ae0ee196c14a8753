package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.json.AliasSerializer;
import java.util.List;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class TypeAliasesTest {

  @TypeAlias(value = "guarantee", formerly = "org.example.OldGuarantee")
  @Revision("3")
  record Guarantee(String lamp) {}

  @TypeAlias("guarantee")
  record Impostor() {}

  record Plain(int number) {}

  private final TypeAliases aliases = TypeAliases.of(List.of(Guarantee.class, Plain.class));
  private final AliasSerializer serializer =
      new AliasSerializer(
          Jackson3Serializer.builder()
              .revisionResolver(new AnnotationRevisionResolver())
              .jsonMapperBuilderCustomizer(new JsonRules(List.of()))
              .build(),
          aliases);

  @Test
  void a_class_with_an_alias_is_stored_under_it_and_keeps_its_revision() {
    SerializedObject<String> stored = serializer.serialize(new Guarantee("red"), String.class);

    assertThat(stored.getType().getName()).isEqualTo("guarantee");
    assertThat(stored.getType().getRevision()).isEqualTo("3");
    assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(new Guarantee("red"));
  }

  @Test
  void what_was_stored_under_a_former_name_or_that_of_the_class_is_read() {
    assertThat(read("org.example.OldGuarantee")).isEqualTo(new Guarantee("red"));
    assertThat(read(Guarantee.class.getName())).isEqualTo(new Guarantee("red"));
  }

  private Object read(String name) {
    return serializer.deserialize(
        new SimpleSerializedObject<>("{\"lamp\":\"red\"}", String.class, name, "3"));
  }

  @Test
  void a_class_without_an_alias_is_stored_under_its_own_name() {
    SerializedObject<String> stored = serializer.serialize(new Plain(7), String.class);

    assertThat(stored.getType().getName()).isEqualTo(Plain.class.getName());
    assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(new Plain(7));
  }

  @Test
  void nothing_is_stored_as_nothing() {
    assertThat(serializer.serialize(null, String.class).getType().getName()).isEqualTo("empty");
  }

  @Test
  void two_classes_cannot_have_one_name() {
    assertThatThrownBy(() -> TypeAliases.of(List.of(Guarantee.class, Impostor.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guarantee");
  }
}
