package io.daybook.eventstore.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// A dry run's append: judged like any other against the store as it is now, and not written.
final class Rehearsal {

  private final DataSource database;

  Rehearsal(DataSource database) {
    this.database = database;
  }

  void run(AppendRequest request) {
    Optional<RuntimeException> refusal = judge(request);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /// @throws org.axonframework.modelling.command.ConcurrencyException if something is not as it was read
  void require(Companions read) {
    run(new AppendRequest(List.of(), read));
  }

  private Optional<RuntimeException> judge(AppendRequest request) {
    try (Connection connection = database.getConnection()) {
      return new Judge(StateQueries.read(connection, List.of(request))).judge(request);
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    }
  }
}
