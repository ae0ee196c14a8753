package io.daybook.eventstore.append;

import io.daybook.eventstore.read.Remembered;
import io.daybook.eventstore.read.StreamCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// What is judged like any append, against the store as it is now, and not written: a dry run's, and that
/// of a command which has nothing to write.
final class Rehearsal {

  private final DataSource database;

  private final StreamCache memory;

  Rehearsal(DataSource database, StreamCache memory) {
    this.database = database;
    this.memory = memory;
  }

  /// @throws org.axonframework.modelling.command.ConcurrencyException if something is not as it was read
  void run(AppendRequest request) {
    if (!request.remembered().isEmpty()) {
      memory.refresh();
    }
    Optional<RuntimeException> refusal = judge(request);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /// The same of what was taken for granted alone.
  void require(Optional<Companions> presumed, List<Remembered> remembered) {
    if (presumed.isPresent() || !remembered.isEmpty()) {
      run(new AppendRequest(List.of(), presumed.orElseGet(Companions::new), remembered));
    }
  }

  private Optional<RuntimeException> judge(AppendRequest request) {
    try (Connection connection = database.getConnection()) {
      return new Judge(StateQueries.read(connection, List.of(request)), memory).judge(request);
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    }
  }
}
