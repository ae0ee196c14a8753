package io.daybook.query.graphql.stream;

import io.daybook.kernel.Rejection;
import io.daybook.query.graphql.QueryRejection;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The sockets and event streams that are open. One client cannot take the places of all others, and all together
/// cannot take the memory and the threads of the program.
public final class OpenStreams {
  private final StreamProperties limits;
  private final Map<String, Integer> ofClients = new HashMap<>();
  private int open;

  OpenStreams(StreamProperties limits) {
    this.limits = limits;
  }

  /// @throws Rejection with [QueryRejection#TOO_MANY_STREAMS]
  synchronized Place take(@Nullable InetSocketAddress address) {
    String client = name(address);
    int own = ofClients.getOrDefault(client, 0);
    check("streams of " + client, own, limits.perClient());
    check("streams", open, limits.most());
    ofClients.put(client, own + 1);
    open++;
    return new Place(client);
  }

  public synchronized int open() {
    return open;
  }

  private synchronized void leave(String client) {
    ofClients.computeIfPresent(client, (_, own) -> own == 1 ? null : own - 1);
    open--;
  }

  private static void check(String what, int open, int most) {
    if (open >= most) {
      throw Rejection.of(QueryRejection.TOO_MANY_STREAMS)
          .with(what, open + 1, "must be at most " + most);
    }
  }

  private static String name(@Nullable InetSocketAddress address) {
    return Optional.ofNullable(address)
        .map(InetSocketAddress::getAddress)
        .map(known -> known.getHostAddress())
        .orElse("an unknown address");
  }

  /// One stream's, until it is closed.
  final class Place implements AutoCloseable {
    private final String client;
    private final AtomicBoolean left = new AtomicBoolean();

    private Place(String client) {
      this.client = client;
    }

    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        leave(client);
      }
    }
  }
}
