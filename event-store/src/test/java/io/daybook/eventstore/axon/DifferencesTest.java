package io.daybook.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What differs from Axon's engines is said where a developer reads it.
class DifferencesTest {

  private static final Path README = Path.of("README.md");

  @Test
  void the_readme_names_every_difference() throws IOException {
    String readme = Files.readString(README).replaceAll("\\s+", " ");

    assertThat(differences()).isNotEmpty().allSatisfy(why -> assertThat(readme).contains(why));
  }

  private static List<String> differences() {
    return suites()
        .flatMap(suite -> Arrays.stream(suite.getAnnotationsByType(Differs.class)))
        .map(Differs::because)
        .distinct()
        .toList();
  }

  private static Stream<Class<?>> suites() {
    return new ClassFileImporter()
            .importPackages(
                "io.daybook.eventstore.axon", "org.axonframework.eventhandling.tokenstore")
            .stream()
            .filter(type -> type.getSimpleName().endsWith("SuiteTest"))
            .map(JavaClass::reflect);
  }
}
