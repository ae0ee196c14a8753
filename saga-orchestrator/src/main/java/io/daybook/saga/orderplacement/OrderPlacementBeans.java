package io.daybook.saga.orderplacement;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
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

public class OrderPlacementBeans {
  @Bean
  ConfigurerModule orderPlacements(ProcessProperties properties, DataSource dataSource) {
    JdbcClient database = JdbcClient.create(dataSource);
    return configurer ->
        configurer
            .eventProcessing()
            .registerSaga(
                OrderPlacementSaga.class,
                saga ->
                    saga.configureSagaManager(
                        axon ->
                            OrderPlacements.create(
                                axon, new PlacementStore(database, axon.serializer()))))
            .registerPooledStreamingEventProcessorConfiguration(
                OrderPlacementSaga.GROUP,
                Processors.of(properties.segments(), properties.batchSize()));
  }

  @Bean
  PlacementTimeouts placementTimeouts(
      Agenda agenda, TenantPolicy.Source policies, ProcessCommands commands) {
    return new PlacementTimeouts(agenda, policies, commands);
  }

  @Bean
  PlacementDesk placementDesk(ProcessCommands commands, PlacementTimeouts timeouts) {
    return new PlacementDesk(commands, timeouts);
  }

  @Bean
  WaitingPlacements waitingPlacements(
      DataSource dataSource, PlacementTimeouts timeouts, ProcessProperties properties) {
    return new WaitingPlacements(JdbcClient.create(dataSource), timeouts, properties.patience());
  }

  @Bean
  Task<?> placementTimeout(AgendaRunner runner, PlacementTimeouts timeouts) {
    return runner.scheduled(timeouts);
  }

  @Bean
  Task<?> placementWatch(WaitingPlacements waiting, ProcessProperties properties) {
    return Tasks.recurring("placement-watch", FixedDelay.of(properties.patience()))
        .execute((_, _) -> waiting.watch());
  }
}
