package io.daybook.query.graphql;

import io.daybook.kernel.TenantId;
import io.daybook.query.projection.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of the read models. Every read is one statement, however many rows it wants, and has the
/// tenant as a condition.
///
/// @param table its name in the schema `projection`; in SQL a row of it is `r`
/// @param columns what is read of each row
/// @param id the column that, after the tenant, is the key
public record View<T>(
    JdbcClient database, String table, String columns, String id, RowMapper<T> mapper) {

  /// Of which all columns of the table are read.
  public View(JdbcClient database, String table, String id, RowMapper<T> mapper) {
    this(database, table, "r.*", id, mapper);
  }

  public Optional<T> find(TenantId tenant, String value) {
    return all(tenant, id, List.of(value), id).stream().findFirst();
  }

  public List<T> all(TenantId tenant, Collection<String> ids) {
    return all(tenant, id, ids, id);
  }

  /// All rows with one of these values in a column.
  public List<T> all(TenantId tenant, String column, Collection<String> values, String order) {
    return database
        .sql(
            """
            SELECT %s FROM projection.%s AS r
            WHERE r.tenant_id = :tenant AND r.%s = ANY(:values) ORDER BY %s
            """
                .formatted(columns, table, column, order))
        .param("tenant", tenant.value())
        .param("values", Sql.texts(values))
        .query(mapper)
        .list();
  }

  /// The rows of each owner, empty where there are none.
  ///
  /// @param column where a row names its owner
  /// @param ownerId what a read row says of its owner
  public <O extends Entity> Map<O, List<T>> ofEach(
      Collection<O> owners,
      TenantId tenant,
      String column,
      String order,
      Function<T, @Nullable String> ownerId) {
    List<String> ids = owners.stream().map(Entity::id).toList();
    return Groups.of(owners, all(tenant, column, ids, order), ownerId);
  }
}
