package io.daybook.eventstore.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/// PostgreSQL's transaction locks on the 64-bit hash of a name. Two names that share a hash wait for
/// each other once in a blue moon; nothing else goes wrong.
record AdvisoryLocks(JdbcClient database) {

  private static final String SEPARATOR = "\u001f";

  void shared(String... name) {
    run("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0)) IS NULL", name);
  }

  void exclusive(String... name) {
    run("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL", name);
  }

  boolean tryExclusive(String... name) {
    return run("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", name);
  }

  private boolean run(String sql, String... name) {
    Transactions.require();
    return database.sql(sql).param(String.join(SEPARATOR, name)).query(Boolean.class).single();
  }
}
