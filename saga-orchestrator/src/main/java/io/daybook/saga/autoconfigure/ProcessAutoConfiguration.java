package io.daybook.saga.autoconfigure;

import io.daybook.saga.ProcessCommands;
import io.daybook.saga.ProcessProperties;
import io.daybook.saga.agenda.AgendaBeans;
import io.daybook.saga.cartupkeep.CartUpkeepBeans;
import io.daybook.saga.orderplacement.OrderPlacementBeans;
import io.daybook.saga.payment.PaymentBeans;
import io.daybook.saga.payment.sandbox.SandboxBeans;
import io.daybook.saga.reservation.ReservationBeans;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// db-scheduler's own configuration is ordered after a class name of Boot 3: without this one before
/// it, it finds no data source and quietly schedules nothing.
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "io.daybook.eventstore.autoconfigure.EventStoreAutoConfiguration"
    },
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(ProcessProperties.class)
@Import({
  AgendaBeans.class,
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
}
