package io.daybook.query.graphql;

import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the schema offers for every entity alike: the entity by its id, the connection with its
/// filter and its orderings, and its history. A subclass names the entity's table, filter and
/// orderings in its constructor, and has the methods of a Spring controller for the other fields.
///
/// [EntityWiring] answers these fields of the schema, which it finds by their types.
/// [EntitySchemaCheck] fails the start where the schema and the subclass do not agree.
public abstract class EntityQueries<T extends Entity> {
  private final String type;
  private final View<T> view;
  private final Map<String, FilterField> filter = new LinkedHashMap<>();
  private final Set<String> filterIds = new HashSet<>();
  private final Map<String, Ordering> orderings = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private @Nullable Function<String, ? extends Id> id;

  /// @param type its name in the schema, such as `Order`
  protected EntityQueries(String type, View<T> view) {
    this.type = type;
    this.view = view;
  }

  /// The query by id: `order(id: ID!): Order`.
  ///
  /// @param id refuses what is no id of such an entity
  protected final void byId(Function<String, ? extends Id> id) {
    this.id = id;
  }

  /// A field of the connection's filter.
  ///
  /// @param condition on a row `r`, with the value as a named parameter: `r.status = :status`
  protected final void filter(String field, String condition) {
    filter.put(field, FilterField.of(field, condition, value -> value));
  }

  /// A field of the connection's filter that is an id.
  ///
  /// @param id refuses what is no id of such an entity
  protected final void filterId(String field, String condition, Function<String, ? extends Id> id) {
    filterText(field, condition, value -> id.apply(value).value());
    filterIds.add(field);
  }

  /// A field of the connection's filter whose value is converted before it is compared.
  protected final void filterText(
      String field, String condition, UnaryOperator<String> conversion) {
    filter.put(field, FilterField.of(field, condition, value -> conversion.apply((String) value)));
  }

  /// Two orderings of the connection: `CREATED_AT` gives `CREATED_AT_ASC` and `CREATED_AT_DESC`.
  ///
  /// @param column never null in any row, and with an index
  /// @param sqlType the column's type in SQL
  protected final void sort(String name, String column, String sqlType) {
    for (boolean ascending : new boolean[] {true, false}) {
      String value = name + (ascending ? "_ASC" : "_DESC");
      orderings.put(value, new Ordering(value, column, sqlType, ascending));
    }
  }

  /// A connection in another entity, such as `Customer.orders`. One statement reads the pages of
  /// all owners.
  ///
  /// @param owner the other entity's name in the schema
  /// @param column where a row names its owner
  protected final void connectionIn(String owner, String column) {
    owners.put(owner, column);
  }

  protected final View<T> view() {
    return view;
  }

  /// The entity that each owner refers to, left out where there is none.
  public final <O> Map<O, T> referencedBy(
      Collection<O> owners, Function<O, @Nullable String> reference, TenantId tenant) {
    List<T> found = view.all(tenant, Groups.references(owners, reference));
    return Groups.one(owners, reference, Groups.byId(found));
  }

  final String type() {
    return type;
  }

  final boolean isReadById() {
    return id != null;
  }

  final Set<String> filterFields() {
    return filter.keySet();
  }

  final Set<String> filterIds() {
    return filterIds;
  }

  final Set<String> orderings() {
    return orderings.keySet();
  }

  /// By owner, the column that names it.
  final Map<String, String> owners() {
    return owners;
  }

  final @Nullable T find(TenantId tenant, String value) {
    Id checked = Objects.requireNonNull(id).apply(value);
    return view.find(tenant, checked.value()).orElse(null);
  }

  final Connection<T> page(TenantId tenant, ConnectionRequest request) {
    return listing(tenant, request).read();
  }

  /// The same page for each owner.
  final Map<String, Connection<T>> pages(
      TenantId tenant, ConnectionRequest request, Collection<String> ownerIds, String column) {
    return listing(tenant, request).readForEach(ownerIds, column);
  }

  private Listing<T> listing(TenantId tenant, ConnectionRequest request) {
    Conditions conditions = Conditions.of(tenant);
    filter.values().forEach(field -> field.addTo(conditions, request.filter().get(field.name())));
    Ordering ordering = Objects.requireNonNull(orderings.get(request.sort()), request.sort());
    return new Listing<>(view, conditions, ordering, request.page());
  }
}
