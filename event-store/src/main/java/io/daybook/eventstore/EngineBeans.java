package io.daybook.eventstore;

/// The names of beans that an application names in annotations.
public final class EngineBeans {

  /// `@Aggregate(cache = EngineBeans.AGGREGATE_CACHE)` keeps the aggregates of a type in memory. Each type gets a
  /// cache of its own.
  public static final String AGGREGATE_CACHE = "aggregateCache";

  private EngineBeans() {}
}
