package io.daybook.eventstore.autoconfigure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  private static final int RETRIES_AT_A_TIME = 8;

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
