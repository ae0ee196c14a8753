package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import io.daybook.http.Routes;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of routes, held against the registry of capabilities.
class RoutesTest {
  private final Routes routes = Routes.installed();

  @Test
  void every_command_has_one_row_or_is_sent_by_processes_only() {
    List<Class<? extends Command>> commands = new ArrayList<>();
    routes.all().stream().map(Route::command).forEach(commands::add);
    routes.tables().stream().map(RouteTable::sentByProcesses).forEach(commands::addAll);

    assertThat(commands).containsExactlyInAnyOrderElementsOf(Capabilities.installed().commands());
  }

  @Test
  void no_two_rows_take_the_same_request() {
    assertThat(routes.all()).extracting(Route::method, Route::path).doesNotHaveDuplicates();
  }

  @Test
  void every_example_is_that_of_a_row() throws IOException {
    try (Stream<Path> examples = Files.list(Path.of("src/main/resources/openapi/examples"))) {
      assertThat(examples.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              routes.all().stream()
                  .map(route -> route.command().getSimpleName() + ".json")
                  .toList());
    }
  }
}
