package io.daybook.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.daybook.kernel.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/// The tables of routes of all capabilities.
public final class Routes {
  private final List<RouteTable> tables;
  private final Map<Class<? extends Command>, Route> byCommand;

  /// @throws IllegalStateException where two rows have the same command
  public Routes(List<? extends RouteTable> tables) {
    this.tables = List.copyOf(tables);
    this.byCommand = all().stream().collect(toUnmodifiableMap(Route::command, Function.identity()));
  }

  /// Those of the modules on the class path.
  public static Routes installed() {
    return new Routes(
        ServiceLoader.load(RouteTable.class, RouteTable.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /// The same and more; a table that is here already is not taken twice.
  public Routes with(List<? extends RouteTable> more) {
    Map<Class<?>, RouteTable> both = new LinkedHashMap<>();
    tables.forEach(table -> both.put(table.getClass(), table));
    more.forEach(table -> both.putIfAbsent(table.getClass(), table));
    return new Routes(new ArrayList<>(both.values()));
  }

  public List<RouteTable> tables() {
    return tables;
  }

  public List<Route> all() {
    return tables.stream().flatMap(table -> table.routes().stream()).toList();
  }

  /// @throws IllegalArgumentException where the command has no route
  public Route of(Class<? extends Command> command) {
    Route route = byCommand.get(command);
    if (route == null) {
      throw new IllegalArgumentException(command + " has no route");
    }
    return route;
  }
}
