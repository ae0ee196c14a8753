package io.daybook.eventstore.append;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that break on a commit when they are told to, before or after the server has done it.
final class CutConnections extends DelegatingDataSource {

  enum Cut {
    NEVER,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);

  CutConnections(DataSource database) {
    super(database);
  }

  void cutNext(Cut cut) {
    next.set(cut);
  }

  boolean hasCut() {
    return next.get() == Cut.NEVER;
  }

  @Override
  public Connection getConnection() throws SQLException {
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
