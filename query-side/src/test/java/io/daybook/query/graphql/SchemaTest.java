package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import io.daybook.query.testing.ReadTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;

/// Callers rely on the schema. It may gain types and fields; whoever takes one away or changes it
/// does so in `golden/schema.graphqls` as well.
class SchemaTest extends ReadTest {
  @Autowired GraphQlSource source;

  @Test
  void the_schema_has_all_that_callers_know() throws IOException {
    String golden =
        new ClassPathResource("golden/schema.graphqls").getContentAsString(StandardCharsets.UTF_8);

    assertThat(lines(new SchemaPrinter().print(source.schema())))
        .containsAll(lines(golden))
        .hasSizeGreaterThan(300);
  }

  /// Every line after the name of its type.
  private static Set<String> lines(String schema) {
    Set<String> lines = new LinkedHashSet<>();
    String type = "";
    for (String line : schema.lines().toList()) {
      if (!line.startsWith(" ") && !line.startsWith("}") && !line.startsWith("\"")) {
        type = line;
      }
      lines.add(type + " " + line);
    }
    return lines;
  }
}
