package io.daybook.benchmarks.program;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.benchmarks.axon.ArticleProjection;
import io.daybook.benchmarks.axon.Projections;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.axon.Stores;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// The tiny application: articles with one projection and nothing else, on Daybook's event store or on
/// Axon's own.
public final class ArticleProgram implements Program {
  private final Store store;
  private final AutoCloseable server;

  /// @param server is closed with it
  public ArticleProgram(Store store, AutoCloseable server) {
    this.store = store;
    this.server = server;
  }

  /// The peer of the whole program.
  public static ArticleProgram onStock(HikariDataSource connections) {
    return new ArticleProgram(Stores.stock(connections), () -> {});
  }

  @Override
  public void create(UUID id) {
    store.create(stream(id));
  }

  @Override
  public void update(UUID id, long cents) {
    store.changePrice(stream(id), cents);
  }

  @Override
  public void append(UUID id, int events) {
    store.append(stream(id), 0, events);
  }

  @Override
  public String stream(UUID id) {
    return id.toString();
  }

  @Override
  public EventStore events() {
    return store.events();
  }

  @Override
  public DataSource database() {
    return store.database();
  }

  @Override
  public Projections projections() {
    return store.projections();
  }

  @Override
  public EventProcessor shown() {
    return projections().named(ArticleProjection.NAME);
  }

  @Override
  public void close() throws Exception {
    try (server) {
      store.close();
    }
  }
}
