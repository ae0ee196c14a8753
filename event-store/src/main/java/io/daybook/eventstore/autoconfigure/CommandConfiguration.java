package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.append.OptimisticAssumptions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  private static final int RETRIES_AT_A_TIME = 8;

  /// Without a transaction, unless the application asks for one: what a command changes is written by the appender,
  /// all at once, when its unit of work commits. A transaction around that would only be held open meanwhile. One
  /// that was asked for is begun before anything is staged, and so commits after the append.
  @Bean
  @Qualifier("localSegment")
  @ConditionalOnMissingBean(CommandBus.class)
  SimpleCommandBus commandBus(
      org.axonframework.config.Configuration axon,
      DuplicateCommandHandlerResolver duplicates,
      OptimisticAssumptions assumptions,
      EngineProperties properties,
      ObjectProvider<TransactionManager> transactions) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .transactionManager(
                properties.commandTransactions()
                    ? transactions.getObject()
                    : NoTransactionManager.INSTANCE)
            .duplicateCommandHandlerResolver(duplicates)
            .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
            .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
            .build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    bus.registerHandlerInterceptor(assumptions);
    return bus;
  }

  /// A retried command is handled here, hence more than one thread.
  @Bean(destroyMethod = "shutdown", defaultCandidate = false)
  @Qualifier("conflictRetries")
  ScheduledExecutorService conflictRetryExecutor() {
    return Executors.newScheduledThreadPool(
        RETRIES_AT_A_TIME, Thread.ofPlatform().daemon().name("conflict-retry-", 0).factory());
  }

  @Bean
  @ConditionalOnMissingBean
  RetryScheduler conflictRetries(
      @Qualifier("conflictRetries") ScheduledExecutorService executor,
      EngineProperties properties) {
    return new ConflictRetries(executor, properties.conflictRetries(), properties.conflictDelay());
  }

  @Bean
  @ConditionalOnMissingBean
  CommandGateway commandGateway(CommandBus commands, RetryScheduler retries) {
    return DefaultCommandGateway.builder().commandBus(commands).retryScheduler(retries).build();
  }
}
