package io.daybook.query.graphql;

import io.daybook.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The columns of one row, as the types of the read models.
public record Columns(ResultSet row) {
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  public String text(String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return row.getString(column);
  }

  public int number(String column) throws SQLException {
    return row.getInt(column);
  }

  public @Nullable Integer numberOrNull(String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  public Instant time(String column) throws SQLException {
    return Objects.requireNonNull(timeOrNull(column), column);
  }

  public @Nullable Instant timeOrNull(String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// The amount in `<column>_minor`, in the row's currency.
  public Money money(String column) throws SQLException {
    return Money.of(row.getLong(column + "_minor"), text("currency"));
  }

  public @Nullable Money moneyOrNull(String column) throws SQLException {
    return row.getObject(column + "_minor") == null ? null : money(column);
  }

  public <E extends Enum<E>> E one(Class<E> type, String column) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  /// In the order of their names, so that the same attributes always read the same.
  public List<Attribute> attributes(String column) throws SQLException {
    return JSON.readValue(text(column), TEXTS).entrySet().stream()
        .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
        .toList();
  }
}
