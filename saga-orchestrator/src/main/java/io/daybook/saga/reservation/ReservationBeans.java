package io.daybook.saga.reservation;

import com.github.kagkarlsson.scheduler.task.Task;
import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaRunner;
import io.daybook.saga.ProcessCommands;
import io.daybook.saga.ProcessProperties;
import io.daybook.saga.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;

public class ReservationBeans {
  private static final int SEGMENTS = 2;

  @Bean
  ConfigurerModule reservationProcessor(ProcessProperties properties) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerPooledStreamingEventProcessorConfiguration(
                ReservationPolicy.GROUP, Processors.of(SEGMENTS, properties.batchSize()));
  }

  @Bean
  static ExpiryCauseResolver expiryCauseResolver() {
    return new ExpiryCauseResolver();
  }

  @Bean
  ReservationPolicy reservationPolicy(Agenda agenda) {
    return new ReservationPolicy(agenda);
  }

  @Bean
  ReservationExpiry reservationExpiry(ProcessCommands commands) {
    return new ReservationExpiry(commands);
  }

  @Bean
  Task<?> reservationExpiryTask(AgendaRunner runner, ReservationExpiry expiry) {
    return runner.scheduled(expiry);
  }
}
