package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import io.daybook.query.testing.ReadTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;

/// Callers rely on the schema: whoever changes it does so in `golden/schema.graphqls` as well.
class SchemaTest extends ReadTest {
  @Autowired GraphQlSource source;

  @Test
  void the_schema_is_the_one_that_callers_know() throws IOException {
    String golden =
        new ClassPathResource("golden/schema.graphqls").getContentAsString(StandardCharsets.UTF_8);

    assertThat(new SchemaPrinter().print(source.schema())).isEqualTo(golden);
  }
}
