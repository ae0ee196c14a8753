package io.daybook.benchmarks.machine;

import com.zaxxer.hikari.HikariDataSource;

/// ConnectionPools outside of the program.
public final class ConnectionPools {
  /// For either side; as many as the program has.
  public static final int AT_MOST = 40;

  private ConnectionPools() {}

  /// @param url with the login in it
  public static HikariDataSource to(String url) {
    return to(url, AT_MOST);
  }

  static HikariDataSource to(String url, int atMost) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(atMost);
    return pool;
  }
}
