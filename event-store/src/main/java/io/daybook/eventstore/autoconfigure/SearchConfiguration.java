package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.search.EventIndex;
import io.daybook.eventstore.search.EventLabels;
import io.daybook.eventstore.search.EventSearch;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The search for events. The index is filled only by an application that says how its events are labelled: one that
/// does not would add them without labels, and they would not be found by those of another.
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

  @Bean
  @ConditionalOnMissingBean
  @DependsOnDatabaseInitialization
  EventSearch eventSearch(
      DataSource database,
      TypeIds types,
      MetadataFormat metadata,
      ObjectProvider<EventLabels> labels) {
    return new EventSearch(
        database, types, metadata, labels.getIfAvailable(() -> (id, texts) -> Map.of()));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnBean(EventLabels.class)
  @DependsOnDatabaseInitialization
  EventIndex eventIndex(DataSource database, MetadataFormat metadata, EventLabels labels) {
    return new EventIndex(database, metadata, labels);
  }
}
