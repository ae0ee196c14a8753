package io.daybook.benchmarks.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.benchmarks.machine.ConnectionPools;
import io.daybook.benchmarks.machine.ThrowAwayPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Both stores, each on an empty database of its own in the same server.
public final class Stores {
  private Stores() {}

  /// Daybook's event store, wired by its own auto-configuration and used by nothing else. The program's
  /// settings, which are on the class path as well, are not read.
  ///
  /// @param keys the folder of the Merkle log's key
  public static Store daybook(ThrowAwayPostgres server, String database, Path keys) {
    return daybook(server, database, "--daybook.engine.audit-keys=" + keys);
  }

  public static Store withoutLog(ThrowAwayPostgres server, String database) {
    return daybook(server, database, "--daybook.engine.audit=false");
  }

  private static Store daybook(ThrowAwayPostgres server, String database, String log) {
    server.create(database);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ArticleApplication.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .run(
                "--spring.config.name=" + ArticleApplication.class.getSimpleName(),
                "--spring.autoconfigure.exclude="
                    + String.join(",", ArticleApplication.notNeeded()),
                "--spring.datasource.url=" + server.url(database),
                "--spring.datasource.hikari.maximum-pool-size=" + ConnectionPools.AT_MOST,
                "--spring.main.banner-mode=off",
                log,
                "--logging.level.root=ERROR");
    return new Store(
        context.getBean(Configuration.class), context.getBean(DataSource.class), context);
  }

  /// Axon's own, as its manual sets it up.
  public static Store stock(ThrowAwayPostgres server, String database) {
    server.create(database);
    return stock(server.connections(database));
  }

  public static Store stock(HikariDataSource connections) {
    Configuration axon = new StockAxon(connections).start();
    return new Store(
        axon,
        connections,
        () -> {
          axon.shutdown();
          connections.close();
        });
  }
}
