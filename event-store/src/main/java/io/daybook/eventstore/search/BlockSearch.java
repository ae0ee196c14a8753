package io.daybook.eventstore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds events in the blocks that the index names, and in those that are not in the index yet.
record BlockSearch(JdbcClient database, EventLook look) {

  /// So many blocks are read for a page at most.
  private static final int MOST_BLOCKS = 64;

  void run(Search search, long after, Matches matches) {
    List<Long> blocks = candidates(search, Blocks.of(after + 1));
    for (long block : blocks) {
      if (matches.isFull()) {
        return;
      }
      read(search, block, after, matches);
    }
    long head = search.reach().head();
    matches.lookedTo(
        blocks.size() < MOST_BLOCKS ? head : Math.min(head, Blocks.last(blocks.getLast())));
  }

  private void read(Search search, long block, long after, Matches matches) {
    long behind = Math.max(after, Blocks.first(block) - 1);
    long last = Math.min(search.reach().head(), Blocks.last(block));
    String tail = " ORDER BY position" + (search.hasLabels() ? "" : " LIMIT " + matches.room());
    look.take(
        search,
        look.rows(search, "position > ? AND position <= ?", List.of(behind, last), tail),
        matches);
  }

  private List<Long> candidates(Search search, long from) {
    Reach reach = search.reach();
    long end = Blocks.of(reach.head()) + 1;
    boolean all = search.keys().isEmpty() && search.times().isEmpty();
    long unindexed = all ? from : Math.min(end, Blocks.of(reach.indexed() + 1));
    List<Long> blocks =
        new ArrayList<>(from < unindexed ? indexed(search, from, unindexed) : List.of());
    LongStream.range(Math.max(from, unindexed), end)
        .limit(MOST_BLOCKS - blocks.size())
        .forEach(blocks::add);
    return blocks;
  }

  private List<Long> indexed(Search search, long from, long end) {
    StringBuilder sql =
        new StringBuilder(
            "SELECT block FROM event_store.event_block WHERE block >= ? AND block < ?");
    List<Object> parameters = new ArrayList<>(List.of(from, end));
    for (long[] keys : search.keys()) {
      sql.append(
          " AND block IN (SELECT block FROM event_store.event_block_key WHERE key = ANY (?))");
      parameters.add(keys);
    }
    sql.append(search.filter().from() == null ? "" : " AND last_recorded >= ?")
        .append(search.filter().until() == null ? "" : " AND first_recorded < ?")
        .append(" ORDER BY block LIMIT ")
        .append(MOST_BLOCKS);
    parameters.addAll(search.times());
    return database.sql(sql.toString()).params(parameters).query(Long.class).list();
  }
}
