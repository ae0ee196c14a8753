package io.daybook.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartCommand;
import io.daybook.catalog.CategoryCommand;
import io.daybook.catalog.ProductCommand;
import io.daybook.customer.CustomerCommand;
import io.daybook.http.Route;
import io.daybook.http.Routes;
import io.daybook.inventory.InventoryCommand;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.EventCatalogue;
import io.daybook.order.OrderCommand;
import io.daybook.payment.PaymentCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables in docs/capabilities, held against the code: a command, event or route that a table
/// lacks, and a link that leads nowhere, fail the build.
class CapabilityTablesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path TABLES = ROOT.resolve("docs/capabilities");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

  static Stream<Class<?>> commands() {
    return Stream.of(
            CustomerCommand.class,
            CategoryCommand.class,
            ProductCommand.class,
            InventoryCommand.class,
            CartCommand.class,
            OrderCommand.class,
            PaymentCommand.class)
        .flatMap(commands -> Arrays.stream(commands.getPermittedSubclasses()));
  }

  static List<EventCatalogue.Entry> events() {
    return Capabilities.installed().events().entries();
  }

  static List<Route> routes() {
    return Routes.installed().all();
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
  @MethodSource("commands")
  void a_command_has_a_row_and_a_test_of_its_own(Class<?> command) throws IOException {
    String capability = command.getPackageName().replaceAll(".*\\.", "");
    String name = command.getSimpleName();

    assertThat(row(capability, name)).contains("/" + name + "Test.java");
    assertThat(
            ROOT.resolve("command-side/src/test/java/io/daybook/command")
                .resolve(capability)
                .resolve(name + "Test.java"))
        .exists();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_has_a_row_with_its_revision(EventCatalogue.Entry event) throws IOException {
    String capability = event.name().replaceAll("\\..*", "");

    assertThat(row(capability, event.type().getSimpleName()))
        .contains("revision " + event.revision());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void every_route_is_in_the_row_of_its_command(Route route) throws Exception {
    String capability = route.command().getPackageName().replaceAll(".*\\.", "");

    assertThat(row(capability, route.command().getSimpleName()))
        .contains("`" + route.method() + " " + route.path() + "`");
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

  private static String row(String capability, String name) throws IOException {
    try (Stream<String> lines = Files.lines(TABLES.resolve(capability + ".md"))) {
      return lines
          .filter(line -> line.startsWith("| [" + name + "]("))
          .findFirst()
          .orElseThrow(() -> new AssertionError(capability + ".md has no row for " + name));
    }
  }
}
