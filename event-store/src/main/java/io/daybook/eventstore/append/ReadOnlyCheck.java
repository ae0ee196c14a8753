package io.daybook.eventstore.append;

import io.daybook.eventstore.read.CachedRead;
import io.daybook.eventstore.read.StreamCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// The conflict check of a unit of work that writes nothing: a dry run, or a command that is refused or has
/// nothing to do. It takes no lock, so it compares with the store as it is at this moment.
final class ReadOnlyCheck {

  private final DataSource database;
  private final StreamCache cache;

  ReadOnlyCheck(DataSource database, StreamCache cache) {
    this.database = database;
    this.cache = cache;
  }

  /// @throws org.axonframework.modelling.command.ConcurrencyException if something has changed since it was
  ///     read
  void run(AppendRequest request) {
    if (!request.cachedReads().isEmpty()) {
      cache.refresh();
    }
    Optional<RuntimeException> conflict = check(request);
    if (conflict.isPresent()) {
      throw conflict.get();
    }
  }

  /// Checks the assumptions and the cached reads alone: everything else was read from the database.
  void requireValid(Optional<ReadSet> assumed, List<CachedRead> cachedReads) {
    if (assumed.isPresent() || !cachedReads.isEmpty()) {
      run(
          new AppendRequest(
              List.of(), assumed.orElseGet(ReadSet::new), new WriteSet(), cachedReads));
    }
  }

  private Optional<RuntimeException> check(AppendRequest request) {
    try (Connection connection = database.getConnection()) {
      return new ConflictCheck(StateQueries.read(connection, List.of(request)), cache)
          .check(request);
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    }
  }
}
