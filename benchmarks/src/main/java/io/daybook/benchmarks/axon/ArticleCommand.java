package io.daybook.benchmarks.axon;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What can be asked of an article.
sealed interface ArticleCommand {
  record CreateArticle(@TargetAggregateIdentifier String id, String name, long cents)
      implements ArticleCommand {}

  record ChangePrice(@TargetAggregateIdentifier String id, long cents) implements ArticleCommand {}
}
