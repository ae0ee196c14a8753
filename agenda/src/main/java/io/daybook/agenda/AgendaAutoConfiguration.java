package io.daybook.agenda;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.daybook.eventstore.DatabaseClock;
import io.daybook.kernel.TenantClock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the agenda into any Spring Boot 4 application that has a data source. Each [AgendaTask]
/// bean needs a bean of [AgendaRunner#scheduled] beside it, by which db-scheduler finds it.
///
/// db-scheduler's own configuration is ordered after a class name of Boot 3: without this one
/// before it, it finds no data source and schedules nothing, without a word.
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    },
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnBean(DataSource.class)
public class AgendaAutoConfiguration {
  @Bean
  AgendaTable agendaTable(DataSource dataSource) {
    return new AgendaTable(JdbcClient.create(dataSource));
  }

  @Bean
  Agenda agenda(AgendaTable table, TenantClock clock) {
    return new Agenda(table, clock);
  }

  @Bean
  AgendaRunner agendaRunner(
      AgendaTable table, TenantClock clock, ObjectProvider<AgendaTask> tasks) {
    return new AgendaRunner(table, clock, tasks.orderedStream().toList());
  }

  /// Else a node whose clock is an hour ahead would put off what failed by an hour, also for the others.
  @Bean
  Clock agendaClock(DatabaseClock clock) {
    return clock::instant;
  }

  @Bean
  DbSchedulerCustomizer agendaEntriesAsJson() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(EntryData.JSON);
      }
    };
  }
}
