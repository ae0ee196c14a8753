package io.daybook.saga.agenda;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.daybook.kernel.TenantClock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

public class AgendaBeans {
  @Bean
  AgendaTable agendaTable(DataSource dataSource) {
    return new AgendaTable(JdbcClient.create(dataSource));
  }

  @Bean
  Agenda agenda(AgendaTable table, TenantClock clock) {
    return new Agenda(table, clock);
  }

  @Bean
  AgendaRunner agendaRunner(AgendaTable table, TenantClock clock, List<AgendaTask> tasks) {
    return new AgendaRunner(table, clock, tasks);
  }

  @Bean
  DbSchedulerCustomizer agendaEntriesAsJson() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(Stored.JSON);
      }
    };
  }
}
