package io.daybook.saga.autoconfigure;

import io.daybook.agenda.Agenda;
import io.daybook.saga.ProcessCommands;
import io.daybook.saga.ProcessProperties;
import io.daybook.saga.cartupkeep.CartUpkeepBeans;
import io.daybook.saga.orderplacement.OrderPlacementBeans;
import io.daybook.saga.payment.PaymentBeans;
import io.daybook.saga.payment.sandbox.SandboxBeans;
import io.daybook.saga.process.AgendaDeadlines;
import io.daybook.saga.process.ProcessInstances;
import io.daybook.saga.reservation.ReservationBeans;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Before db-scheduler's own configuration, which schedules the tasks that are declared here.
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "io.daybook.eventstore.autoconfigure.EventStoreAutoConfiguration",
      "io.daybook.agenda.AgendaAutoConfiguration"
    },
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(ProcessProperties.class)
@Import({
  OrderPlacementBeans.class,
  PaymentBeans.class,
  SandboxBeans.class,
  ReservationBeans.class,
  CartUpkeepBeans.class
})
public class ProcessAutoConfiguration {
  @Bean
  ProcessCommands processCommands(CommandGateway commands) {
    return new ProcessCommands(commands);
  }

  @Bean
  AgendaDeadlines deadlineManager(Agenda agenda) {
    return new AgendaDeadlines(agenda);
  }

  @Bean
  ProcessInstances processInstances(DataSource dataSource) {
    return new ProcessInstances(JdbcClient.create(dataSource));
  }
}
