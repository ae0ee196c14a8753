package io.daybook.query.projection;

import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.json.KernelJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.support.AbstractSqlTypeValue;
import tools.jackson.databind.json.JsonMapper;

/// Values as the driver takes them.
public final class Sql {
  private static final JsonMapper JSON = KernelJson.mapper().build();

  private Sql() {}

  public static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }

  public static @Nullable String id(@Nullable Id id) {
    return id == null ? null : id.value();
  }

  public static @Nullable Long amount(@Nullable Money money) {
    return money == null ? null : money.amountMinor();
  }

  public static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  public static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  /// For `= ANY(:texts)`: one parameter however many there are, so that the statement stays the same.
  public static Object texts(Collection<String> texts) {
    return new AbstractSqlTypeValue() {
      @Override
      protected Object createTypeValue(
          Connection connection, int sqlType, @Nullable String typeName) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
      }
    };
  }
}
