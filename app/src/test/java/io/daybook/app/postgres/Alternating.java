package io.daybook.app.postgres;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/// A client's connection whose statements go to two sessions by turns.
record Alternating(Connection one, Connection other) {
  Connection client() {
    AtomicInteger statements = new AtomicInteger();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) ->
                method.invoke(statements.getAndIncrement() % 2 == 0 ? one : other, arguments));
  }
}
