package io.daybook.query.graphql;

/// What a selection costs. Numbers end at the greatest there is, and do not overflow.
///
/// @param depth how deep its fields are nested
/// @param fields how many fields are asked for at most
record QueryCost(int depth, long fields, long aliases) {
  static final QueryCost NOTHING = new QueryCost(0, 0, 0);
  private static final long MOST = Long.MAX_VALUE / 2;

  QueryCost plus(QueryCost other) {
    return new QueryCost(
        Math.max(depth, other.depth),
        Math.min(MOST, fields + other.fields),
        Math.min(MOST, aliases + other.aliases));
  }

  /// The cost of a field that has this below it, so many times.
  QueryCost below(long times, boolean aliased) {
    long all = fields > MOST / times ? MOST : fields * times;
    return new QueryCost(
        depth + 1, Math.min(MOST, all + 1), Math.min(MOST, aliases + (aliased ? 1 : 0)));
  }
}
