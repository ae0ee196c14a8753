package io.daybook.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The form in which an aggregate's snapshot is stored, held against a file: who changes the form reads
/// no snapshot any more that an earlier program has written, unless the aggregate's revision changes too.
public record StoredForm(Serializer serializer, String file) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Writes the aggregate, compares it with the file, and reads the file again without a loss.
  public void holds(Object aggregate, String type, String revision) {
    SerializedObject<byte[]> written = serializer.serialize(aggregate, byte[].class);
    assertThat(written.getType().getName()).isEqualTo(type);
    assertThat(written.getType().getRevision()).isEqualTo(revision);
    assertThat(MAPPER.readTree(written.getData())).isEqualTo(golden());

    Object read =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                MAPPER.writeValueAsBytes(golden()), byte[].class, written.getType()));
    assertThat(MAPPER.readTree(serializer.serialize(read, byte[].class).getData()))
        .isEqualTo(golden());
  }

  private JsonNode golden() {
    try (InputStream in = StoredForm.class.getResourceAsStream("/snapshots/" + file)) {
      return MAPPER.readTree(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }
}
