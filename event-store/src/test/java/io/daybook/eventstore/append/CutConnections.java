package io.daybook.eventstore.append;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that break on a commit when they are told to, before or after the server has done it.
final class CutConnections extends DelegatingDataSource {

  enum Cut {
    NEVER,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

  CutConnections(DataSource database) {
    super(database);
  }

  void cutNext(Cut cut) {
    next.set(cut);
  }

  /// The server has no room for the connection that is asked for next.
  void refuseNext(String sqlState) {
    refusal.set(sqlState);
  }

  boolean hasCut() {
    return next.get() == Cut.NEVER;
  }

  @Override
  public Connection getConnection() throws SQLException {
    @Nullable String state = refusal.getAndSet(null);
    if (state != null) {
      throw new SQLException("No connection is to be had", state);
    }
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commit(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void commit(Connection connection) throws SQLException {
    Cut cut = next.getAndSet(Cut.NEVER);
    if (cut != Cut.BEFORE_COMMIT) {
      connection.commit();
    }
    if (cut != Cut.NEVER) {
      connection.close();
      throw new SQLException("The connection was cut", "08006");
    }
  }
}
