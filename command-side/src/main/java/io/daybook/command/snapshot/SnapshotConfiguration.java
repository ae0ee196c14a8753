package io.daybook.command.snapshot;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
  private static final int EVENTS = 50;

  @Bean(Snapshots.EVERY_FIFTY_EVENTS)
  static SnapshotTriggerDefinition everyFiftyEvents(Snapshotter snapshotter) {
    return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS);
  }

  /// One thread: a snapshot is never urgent, and so takes one connection at most.
  @Bean(defaultCandidate = false)
  @Qualifier("snapshots")
  static ExecutorService snapshotExecutor() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("snapshots").factory());
  }

  /// Axon's own takes the snapshot while the command still locks its aggregate. It then waits for a
  /// second connection, while all of them may be held by commands that wait for that lock.
  @Bean
  static Snapshotter snapshotter(
      @Qualifier("snapshots") ExecutorService executor,
      Configuration axon,
      EventStore events,
      TransactionManager transactions,
      HandlerDefinition handlers,
      ParameterResolverFactory parameters,
      SnapshotterSpanFactory spans) {
    return SpringAggregateSnapshotter.builder()
        .executor(executor)
        .repositoryProvider(axon::repository)
        .eventStore(events)
        .transactionManager(transactions)
        .handlerDefinition(handlers)
        .parameterResolverFactory(parameters)
        .spanFactory(spans)
        .build();
  }
}
