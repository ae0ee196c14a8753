package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A catch-up that ends when others have caught up further.
class LateCatchUpTest {
  private static final int TOO_MANY_AT_ONCE = 10_500;

  private final DataSource database = TestDatabase.fresh();
  private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
  private final StreamCache memory =
      new StreamCache(new Slow(database), 1 << 20, Duration.ofSeconds(20));

  @Test
  void it_does_not_drop_what_others_have_read_meanwhile() {
    String stream = "shop/" + UUID.randomUUID();
    try (Rig other = Rig.withoutLog(database)) {
      other.append("shop/" + UUID.randomUUID(), 0, TOO_MANY_AT_ONCE);
      meanwhile.set(
          () -> {
            reach(TOO_MANY_AT_ONCE);
            other.append(stream, 0, 1);
            reach(TOO_MANY_AT_ONCE + 1);
          });

      memory.refresh();
    }

    assertThat(memory.isCurrent(new CachedRead(stream, TOO_MANY_AT_ONCE))).isFalse();
    assertThat(memory.isCurrent(new CachedRead(stream, TOO_MANY_AT_ONCE + 1))).isTrue();
  }

  private void reach(long head) {
    try (Connection connection = database.getConnection()) {
      memory.catchUp(connection, head);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs an action after the answer to the first statement.
  private final class Slow extends DelegatingDataSource {
    Slow(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return proxy(Connection.class, super.getConnection());
    }

    private <T> T proxy(Class<T> type, T target) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Object result;
      try {
        result = method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
      @Nullable Runnable action =
          method.getName().equals("executeQuery") ? meanwhile.getAndSet(null) : null;
      if (action != null) {
        action.run();
      }
      return result instanceof PreparedStatement statement
          ? proxy(PreparedStatement.class, statement)
          : result;
    }
  }
}
