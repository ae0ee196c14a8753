package io.daybook.benchmarks.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.benchmarks.axon.ArticleCommand.ChangePrice;
import io.daybook.benchmarks.axon.ArticleCommand.CreateArticle;
import io.daybook.benchmarks.axon.ArticleEvent.ArticleCreated;
import io.daybook.benchmarks.axon.ArticleEvent.PriceChanged;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// As small as an aggregate can be: what it costs is what the framework and the store cost.
@Aggregate(snapshotTriggerDefinition = Article.SNAPSHOTS)
public class Article {
  /// Stock Axon, without Spring, pays no heed to the name and takes no snapshots.
  static final String SNAPSHOTS = "snapshots";

  @AggregateIdentifier private @Nullable String id;
  private long cents;

  Article() {}

  @CommandHandler
  Article(CreateArticle command) {
    apply(new ArticleCreated(command.id(), command.name(), command.cents()));
  }

  @CommandHandler
  void handle(ChangePrice command) {
    if (cents != command.cents()) {
      apply(new PriceChanged(command.id(), command.cents()));
    }
  }

  @EventSourcingHandler
  void on(ArticleEvent event) {
    id = event.id();
    cents = event.cents();
  }
}
