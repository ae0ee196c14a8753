package io.daybook.benchmarks.axon;

import io.daybook.benchmarks.axon.ArticleCommand.ChangePrice;
import io.daybook.benchmarks.axon.ArticleCommand.CreateArticle;
import io.daybook.benchmarks.axon.ArticleEvent.PriceChanged;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;

/// An event store with articles in it. The same code works on either side's.
public final class Store implements AutoCloseable {
  private final Configuration axon;
  private final Repository<Article> articles;
  private final DataSource database;
  private final AutoCloseable closing;

  Store(Configuration axon, DataSource database, AutoCloseable closing) {
    this.axon = axon;
    this.database = database;
    this.articles = axon.repository(Article.class);
    this.closing = closing;
  }

  public EventStore events() {
    return axon.eventStore();
  }

  public DataSource database() {
    return database;
  }

  public Projections projections() {
    return new Projections(axon);
  }

  /// The position of the last event.
  public long head() {
    return projections().head();
  }

  /// So many events of one stream in one transaction, past the aggregate.
  public void append(String stream, long firstSequence, int events) {
    events()
        .publish(
            LongStream.range(firstSequence, firstSequence + events)
                .mapToObj(sequence -> event(stream, sequence))
                .toList());
  }

  private static GenericDomainEventMessage<ArticleEvent> event(String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        Article.class.getSimpleName(), stream, sequence, new PriceChanged(stream, sequence));
  }

  public void create(String stream) {
    axon.commandGateway().sendAndWait(new CreateArticle(stream, "Article " + stream, 1299));
  }

  public void changePrice(String stream, long cents) {
    axon.commandGateway().sendAndWait(new ChangePrice(stream, cents));
  }

  public void load(String stream) {
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    try {
      articles.load(stream);
    } finally {
      unitOfWork.rollback();
    }
  }

  @Override
  public void close() throws Exception {
    closing.close();
  }
}
