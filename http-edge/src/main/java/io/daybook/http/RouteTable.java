package io.daybook.http;

import io.daybook.kernel.Command;
import java.util.List;

/// What can be asked of a capability over HTTP: a row for each command.
///
/// Implementations are services: a module that brings a table names it in
/// `META-INF/services/io.daybook.http.RouteTable`, so that it can be read without the program being
/// started. A bean of this type is served as well.
public interface RouteTable {
  List<Route> routes();

  /// The commands that have no row, since only Daybook's own processes send them.
  default List<Class<? extends Command>> sentByProcesses() {
    return List.of();
  }
}
