package io.daybook.eventstore.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A pool that refuses once whoever wants another connection while one is out.
final class OneAtATime extends DelegatingDataSource {

  private final AtomicInteger out = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  OneAtATime(DataSource source) {
    super(source);
  }

  int refusals() {
    return refusals.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (out.get() > 0 && refusals.compareAndSet(0, 1)) {
      throw new SQLException("Only one at a time", "08001");
    }
    Connection connection = super.getConnection();
    out.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                out.decrementAndGet();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
