package io.daybook.query.erasure;

import io.daybook.eventstore.StreamName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The streams whose events hold data of a person who had it erased: the customer's own, and the orders with an
/// address. Their events are told without their content, as in the field `history` of GraphQL.
@Component
public class ErasedStreams {
  private static final String ERASED =
      """
      WITH asked AS (SELECT * FROM unnest(?, ?) AS asked(tenant, id))
      SELECT tenant_id || '/' || customer_id FROM asked
        JOIN projection.customers ON tenant_id = tenant AND customer_id = id
       WHERE erased_at IS NOT NULL
      UNION ALL
      SELECT tenant_id || '/' || order_id FROM asked
        JOIN projection.orders ON tenant_id = tenant AND order_id = id
       WHERE customer_erased
      """;

  private final JdbcClient database;

  ErasedStreams(JdbcClient database) {
    this.database = database;
  }

  /// Those of these streams.
  public Set<String> among(Collection<String> streams) {
    List<StreamName> names =
        streams.stream().filter(it -> it.indexOf('/') > 0).map(StreamName::parse).toList();
    return names.isEmpty()
        ? Set.of()
        : database
            .sql(ERASED)
            .param(names.stream().map(StreamName::tenant).toArray(String[]::new))
            .param(names.stream().map(StreamName::id).toArray(String[]::new))
            .query(String.class)
            .set();
  }
}
