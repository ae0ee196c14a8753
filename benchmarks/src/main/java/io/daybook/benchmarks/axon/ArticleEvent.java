package io.daybook.benchmarks.axon;

/// What happened to an article.
public sealed interface ArticleEvent {
  String id();

  long cents();

  record ArticleCreated(String id, String name, long cents) implements ArticleEvent {}

  record PriceChanged(String id, long cents) implements ArticleEvent {}
}
