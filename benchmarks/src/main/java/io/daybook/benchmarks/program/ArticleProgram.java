package io.daybook.benchmarks.program;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.benchmarks.axon.ArticleProjection;
import io.daybook.benchmarks.axon.Projections;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.axon.Stores;
import java.util.UUID;
import org.axonframework.eventhandling.EventProcessor;

/// The peer: articles on stock Axon, with one projection and nothing else.
public final class StockProgram implements Program {
  private final Store store;

  public StockProgram(HikariDataSource connections) {
    this.store = Stores.stock(connections);
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
  public String stream(UUID id) {
    return id.toString();
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
    store.close();
  }
}
