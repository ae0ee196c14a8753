package io.daybook.eventstore.search;

import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.TypeIds;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds events of the whole store, page by page, in the order of their positions. An event that is at or before
/// the head stays where it is, so pages do not change while others append.
///
/// Every answer is complete up to where it says, also where the index lags behind: events that are not in it yet are
/// looked through one by one.
public final class EventSearch {

  private final JdbcClient database;
  private final FoundEvents events;
  private final BlockSearch blocks;
  private final StreamSearch streams;

  public EventSearch(
      DataSource source, TypeIds types, MetadataFormat metadata, EventLabels labels) {
    LabelReader reader = new LabelReader(metadata, labels);
    this.database = JdbcClient.create(source);
    this.events = new FoundEvents(database, types, metadata, reader);
    EventLook look = new EventLook(database, reader);
    this.blocks = new BlockSearch(database, look);
    this.streams = new StreamSearch(database, look);
  }

  /// Events behind a position that meet the filter.
  ///
  /// @param limit of their number; a page is smaller as well when its events are large, or hard to find
  public EventPage page(EventFilter filter, long after, int limit) {
    Search search = new Search(filter, typeNumbers(filter.types()), reach());
    Matches matches = new Matches(after, limit);
    String stream = filter.stream();
    if (search.isVain()) {
      matches.lookedTo(search.reach().head());
    } else if (stream == null) {
      blocks.run(search, after, matches);
    } else {
      streams.run(search, stream, after, matches);
    }
    return new EventPage(
        events.at(matches.positions()),
        matches.upTo(),
        matches.upTo() < search.reach().head(),
        search.reach());
  }

  public Optional<FoundEvent> at(long position) {
    return events.at(position).stream().findFirst();
  }

  public Optional<FoundEvent> ofId(UUID eventId) {
    return Optional.ofNullable(positionsOf(Set.of(eventId)).get(eventId)).flatMap(this::at);
  }

  /// By the events' ids. An id that is no event's is left out.
  public Map<UUID, Long> positionsOf(Collection<UUID> eventIds) {
    Map<UUID, Long> positions = new HashMap<>();
    database
        .sql(
            """
            SELECT event_id, position FROM event_store.event
            WHERE event_id = ANY (CAST (? AS uuid[]))
            """)
        .param(eventIds.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              positions.put(row.getObject("event_id", UUID.class), row.getLong("position"));
            });
    return positions;
  }

  public Reach reach() {
    return database
        .sql(
            """
            SELECT head.position, sealed_position, event_index.position AS indexed
            FROM event_store.head, event_store.event_index
            """)
        .query(
            (row, number) ->
                new Reach(
                    row.getLong("position"),
                    row.getLong("sealed_position"),
                    row.getLong("indexed")))
        .single();
  }

  private int[] typeNumbers(Set<String> names) {
    return names.isEmpty()
        ? new int[0]
        : database
            .sql("SELECT id FROM event_store.event_type WHERE name = ANY (?)")
            .param(names.toArray(String[]::new))
            .query(Integer.class)
            .list()
            .stream()
            .mapToInt(Integer::intValue)
            .toArray();
  }
}
