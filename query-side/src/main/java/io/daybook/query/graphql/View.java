package io.daybook.query.graphql;

import io.daybook.kernel.TenantId;
import io.daybook.query.projection.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of the read models. One statement for whatever is asked, and never without the tenant.
///
/// @param table its name in the schema `projection`; in SQL a row of it is `r`
/// @param columns what is read of each row
/// @param id the column that, after the tenant, is the key
public record View<T>(
    JdbcClient database, String table, String columns, String id, RowMapper<T> mapper) {

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

  public Connection<T> page(Conditions conditions, Ordering ordering, Page page) {
    return new Listing<>(this, conditions, ordering, page).read();
  }
}
