package io.daybook.app.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages in docs/capabilities are those that the code makes; with `-Ddocs=write` they are written.
/// And a link in any document leads somewhere.
class CapabilityTablesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGES = ROOT.resolve("docs/capabilities");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");
  private static final boolean WRITE = "write".equals(System.getProperty("docs"));

  static List<Capability> capabilities() {
    return Capabilities.installed().all();
  }

  static List<Class<? extends Command>> commands() {
    return Capabilities.installed().commands();
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              files.filter(file -> file.toString().endsWith(".md")),
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void a_page_says_what_the_code_says(Capability capability) throws IOException {
    compare(PAGES.resolve(capability.name() + ".md"), new CapabilityTable(capability).markdown());
  }

  @Test
  void the_list_of_capabilities_has_them_all() throws IOException {
    String list =
        capabilities().stream()
            .map(it -> "- [%1$s](%1$s.md): %2$s\n".formatted(it.name(), it.summary()))
            .collect(joining());
    compare(
        PAGES.resolve("README.md"),
        """
        # Capabilities

        One page each, written by the build (`-Ddocs=write`) from the code. A capability has the same name in every module;
        [how one is added](../adding-a-capability.md).

        """
            + list);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_has_a_test_of_its_own(Class<? extends Command> command) {
    assertThat(
            ROOT.resolve("command-side/src/test/java/io/daybook/command")
                .resolve(Capabilities.installed().of(command).name())
                .resolve(command.getSimpleName() + "Test.java"))
        .exists();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_link_leads_somewhere(Path document) throws IOException {
    List<String> links =
        LINK.matcher(Files.readString(document)).results().map(MatchResult::group).toList();
    assertThat(links)
        .allSatisfy(
            link ->
                assertThat(document.resolveSibling(link.substring("](".length())).normalize())
                    .exists());
  }

  private static void compare(Path page, String made) throws IOException {
    if (WRITE) {
      Files.writeString(page, made);
    }
    assertThat(page).content().isEqualTo(made);
  }
}
