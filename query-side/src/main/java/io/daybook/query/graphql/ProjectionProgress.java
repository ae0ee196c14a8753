package io.daybook.query.graphql;

/// How far the projections of this node have come.
@FunctionalInterface
public interface ProjectionProgress {
  /// Whether every one of them has dealt with the event at this position, and committed it.
  boolean covers(long position);
}
