package io.daybook.eventstore.append;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Callable;
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
    return standIn(
        Connection.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "commit" ->
                  cut(
                      connection,
                      () -> {
                        connection.commit();
                        return null;
                      });
              case "prepareStatement" ->
                  String.valueOf(arguments[0]).endsWith("COMMIT")
                      ? committing(connection, method.invoke(connection, arguments))
                      : method.invoke(connection, arguments);
              default -> method.invoke(connection, arguments);
            });
  }

  /// A statement may bring its commit with it.
  private PreparedStatement committing(Connection connection, Object statement) {
    return standIn(
        PreparedStatement.class,
        (method, arguments) ->
            method.getName().equals("execute")
                ? cut(connection, () -> method.invoke(statement, arguments))
                : method.invoke(statement, arguments));
  }

  @FunctionalInterface
  private interface Invoked {
    @Nullable Object with(Method method, @Nullable Object[] arguments) throws Exception;
  }

  private static <T> T standIn(Class<T> type, Invoked invoked) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return invoked.with(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private @Nullable Object cut(Connection connection, Callable<@Nullable Object> commit)
      throws Exception {
    Cut cut = next.getAndSet(Cut.NEVER);
    @Nullable Object done = cut == Cut.BEFORE_COMMIT ? null : commit.call();
    if (cut != Cut.NEVER) {
      connection.close();
      throw new SQLException("The connection was cut", "08006");
    }
    return done;
  }
}
