package io.daybook.command.dispatch;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.model.EventSourcedModels;
import io.daybook.eventstore.DatabaseClock;
import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.GuardedReads;
import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.Positions;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.SystemTenantClock;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.json.KernelModule;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The static beans are needed by Axon's command bus, which in turn is needed to make this object.
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

  @Bean
  @ConditionalOnMissingBean
  static TenantClock tenantClock(DatabaseClock clock) {
    return new SystemTenantClock(clock);
  }

  @Bean
  @ConditionalOnMissingBean
  static Capabilities capabilities() {
    return Capabilities.installed();
  }

  @Bean
  @ConditionalOnMissingBean
  static EventTypes storedNames(Capabilities capabilities) {
    return new StoredNames(capabilities.events());
  }

  @Bean
  @ConditionalOnMissingBean
  static KernelModule kernelModule() {
    return new KernelModule();
  }

  @Bean
  static CommandTargetResolver commandTargetResolver() {
    return new TenantStreams();
  }

  @Bean
  static CorrelationDataProvider origins() {
    return new Origins();
  }

  @Bean
  static DecisionModels decisionModels(
      EventStore events,
      GuardedReads guardedReads,
      @Value("${daybook.decision-models.cached:20000}") int cached) {
    return new EventSourcedModels(events, guardedReads, cached);
  }

  @Autowired
  void prepare(CommandBus bus, TenantClock clock, IdempotencyRecords records, Positions positions) {
    bus.registerDispatchInterceptor(new BusinessTimeInterceptor(clock));
    bus.registerHandlerInterceptor(new CommandCheckInterceptor());
    bus.registerHandlerInterceptor(new IdempotencyInterceptor(records, positions));
    bus.registerHandlerInterceptor(new MissingEntityInterceptor());
  }

  @Bean
  ModelAwaiter modelAwaiter(DecisionModels models, Positions positions, EventStore events) {
    return new ModelAwaiter(models, positions, events);
  }
}
