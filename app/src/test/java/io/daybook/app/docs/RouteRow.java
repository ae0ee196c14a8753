package io.daybook.app.docs;

import static java.util.stream.Collectors.joining;

import io.daybook.http.Route;
import io.daybook.http.Routes;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;

/// What a capability's page says of how a command comes in.
record RouteRow(String path, String whoMay, String summary) {
  private static final Routes ROUTES = Routes.installed();

  static RouteRow of(Class<? extends Command> command) {
    return ROUTES.all().stream()
        .filter(route -> route.command().equals(command))
        .findFirst()
        .map(RouteRow::of)
        .orElse(new RouteRow("none", "processes", ""));
  }

  private static RouteRow of(Route route) {
    return new RouteRow(
        "`" + route.method() + " " + route.path() + "`",
        route.allowed().stream().sorted().map(Actor.Kind::spelling).collect(joining(", ")),
        route.summary());
  }
}
