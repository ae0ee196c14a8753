package io.daybook.saga.orderplacement;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.daybook.agenda.AgendaRunner;
import io.daybook.eventstore.EventHistory;
import io.daybook.kernel.Processes;
import io.daybook.kernel.TenantPolicy;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.ProcessProperties;
import io.daybook.saga.Processors;
import io.daybook.saga.process.AgendaDeadlines;
import io.daybook.saga.process.ProcessDeadline;
import io.daybook.saga.process.ProcessInstances;
import io.daybook.saga.process.ProcessRunner;
import io.daybook.saga.process.ProcessType;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

public class OrderPlacementBeans {
  static final ProcessType<OrderPlacementSaga> TYPE =
      ProcessType.of(OrderPlacementSaga.class, Processes.ORDER_PLACEMENT, 2);

  @Bean
  ConfigurerModule orderPlacements(ProcessProperties properties, DataSource dataSource) {
    return ProcessRunner.module(
        TYPE,
        OrderPlacementSaga.GROUP,
        JdbcClient.create(dataSource),
        Processors.of(properties.segments(), properties.batchSize()));
  }

  @Bean
  ProcessDeadline placementTimeout(ObjectProvider<Configuration> axon) {
    return ProcessDeadline.of(TYPE, AgendaKinds.PLACEMENT_TIMEOUT, axon::getObject);
  }

  @Bean
  Task<?> placementTimeoutTask(AgendaRunner runner, ProcessDeadline placementTimeout) {
    return runner.scheduled(placementTimeout);
  }

  @Bean
  WaitingPlacements waitingPlacements(
      ProcessInstances processes,
      AgendaDeadlines deadlines,
      EventHistory history,
      TenantPolicy.Source policies,
      ProcessProperties properties) {
    return new WaitingPlacements(
        processes, deadlines, new StartedOrders(history), policies, properties.patience());
  }

  @Bean
  Task<?> waitingPlacementsTask(WaitingPlacements waiting, ProcessProperties properties) {
    return Tasks.recurring(AgendaKinds.PLACEMENT_WATCH, FixedDelay.of(properties.patience()))
        .execute((_, _) -> waiting.setDeadlines());
  }
}
