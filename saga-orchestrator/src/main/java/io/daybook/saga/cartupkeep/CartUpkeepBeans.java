package io.daybook.saga.cartupkeep;

import com.github.kagkarlsson.scheduler.task.Task;
import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaRunner;
import io.daybook.kernel.TenantPolicy;
import io.daybook.saga.ProcessCommands;
import io.daybook.saga.ProcessProperties;
import io.daybook.saga.Processors;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

public class CartUpkeepBeans {
  /// One segment, for the reason that [CartUpkeep] gives.
  @Bean
  ConfigurerModule cartUpkeepProcessor(ProcessProperties properties) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerPooledStreamingEventProcessorConfiguration(
                CartUpkeep.GROUP, Processors.of(1, properties.batchSize()));
  }

  @Bean
  CartIndex cartIndex(DataSource dataSource) {
    return new CartIndex(JdbcClient.create(dataSource));
  }

  @Bean
  ProductChanges productChanges(CartIndex index, Agenda agenda) {
    return new ProductChanges(index, agenda);
  }

  @Bean
  CartUpkeep cartUpkeep(
      CartIndex index, CartExpiry expiry, ProductChanges changes, ProcessCommands commands) {
    return new CartUpkeep(index, expiry, changes, commands);
  }

  @Bean
  CartExpiry cartExpiry(Agenda agenda, TenantPolicy.Source policies, ProcessCommands commands) {
    return new CartExpiry(agenda, policies, commands);
  }

  @Bean
  LineRemoval lineRemoval(CartIndex index, ProcessCommands commands) {
    return new LineRemoval(index, commands);
  }

  @Bean
  LineRepricing lineRepricing(CartIndex index, ProcessCommands commands) {
    return new LineRepricing(index, commands);
  }

  @Bean
  Task<?> cartExpiryTask(AgendaRunner runner, CartExpiry expiry) {
    return runner.scheduled(expiry);
  }

  @Bean
  Task<?> lineRemovalTask(AgendaRunner runner, LineRemoval removal) {
    return runner.scheduled(removal);
  }

  @Bean
  Task<?> lineRepricingTask(AgendaRunner runner, LineRepricing repricing) {
    return runner.scheduled(repricing);
  }
}
