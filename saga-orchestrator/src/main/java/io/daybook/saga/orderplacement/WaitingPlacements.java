package io.daybook.saga.orderplacement;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.OrderId;
import io.daybook.saga.Cause;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sees to it that a placement without any answer ends as well.
///
/// An unknown outcome and a redirect are put on the agenda at once. Where nothing comes at all,
/// because the gateway's processor stands still, this finds the placement by an index.
public final class WaitingPlacements {
  private static final int AT_A_TIME = 1000;

  private static final String SILENT =
      """
      SELECT saga_id, extract(epoch FROM now() - stored_at) AS seconds FROM process.saga
      WHERE position('"stage":"AWAITING_PAYMENT"'::bytea IN state) > 0
        AND stored_at < now() - :patience * interval '1 second'
      ORDER BY stored_at LIMIT :limit
      """;

  private final JdbcClient database;
  private final PlacementTimeouts timeouts;
  private final Duration patience;

  public WaitingPlacements(JdbcClient database, PlacementTimeouts timeouts, Duration patience) {
    this.database = database;
    this.timeouts = timeouts;
    this.patience = patience;
  }

  private record Waiting(String sagaId, long seconds) {}

  /// Puts those that wait for longer than is usual on the agenda, unless they are there.
  public void watch() {
    database
        .sql(SILENT)
        .param("patience", patience.toSeconds())
        .param("limit", AT_A_TIME)
        .query((row, _) -> new Waiting(row.getString("saga_id"), row.getLong("seconds")))
        .list()
        .forEach(this::watch);
  }

  private void watch(Waiting waiting) {
    int slash = waiting.sagaId().indexOf('/');
    TenantId tenant = new TenantId(waiting.sagaId().substring(0, slash));
    OrderId order = new OrderId(waiting.sagaId().substring(slash + 1));
    Cause cause = new Cause(tenant, PlacementDesk.PROCESS, null, null, null);
    timeouts.watch(order, cause, Duration.ofSeconds(waiting.seconds()));
  }
}
