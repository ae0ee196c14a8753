package io.daybook.benchmarks.axon;

import io.daybook.eventstore.EventTypes;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Any application on Daybook's event store, with the snapshots that Daybook's own aggregates have.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Article.class)
class ArticleApplication {
  private static final int EVENTS_PER_SNAPSHOT = 50;

  private static final List<String> NEEDED =
      List.of(
          "io.daybook.eventstore.",
          "org.axonframework.",
          "org.springframework.boot.autoconfigure.",
          "org.springframework.boot.flyway.",
          "org.springframework.boot.jackson.",
          "org.springframework.boot.jdbc.",
          "org.springframework.boot.micrometer.",
          "org.springframework.boot.opentelemetry.",
          "org.springframework.boot.transaction.");

  /// The rest of Daybook is on the class path as well, and would set itself up.
  static String[] notNeeded() {
    ClassLoader loader = ArticleApplication.class.getClassLoader();
    return ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream()
        .filter(name -> NEEDED.stream().noneMatch(name::startsWith))
        .toArray(String[]::new);
  }

  @Bean
  EventTypes articleTypes() {
    return new ArticleTypes();
  }

  @Bean(Article.SNAPSHOTS)
  SnapshotTriggerDefinition snapshots(Snapshotter snapshotter) {
    return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
  }

  @Bean
  ConfigurerModule articleProjection(DataSource dataSource) {
    ArticleProjection.Batched projection = new ArticleProjection.Batched(dataSource);
    projection.createTable();
    return configurer -> configurer.eventProcessing().registerEventHandler(axon -> projection);
  }
}
