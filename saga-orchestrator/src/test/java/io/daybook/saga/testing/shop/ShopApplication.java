package io.daybook.saga.testing.shop;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.SystemTenantClock;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.json.KernelModule;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// The placement's own shop. No component, so that a program which scans this package beside these tests
/// does not take it in.
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class ShopApplication {
  /// Long enough for a look-up, short enough to be waited for.
  static final Duration RESERVATION = Duration.ofSeconds(3);

  @Bean
  TenantClock tenantClock() {
    return new SystemTenantClock();
  }

  @Bean
  TenantPolicy.Source policies() {
    TenantPolicy sample = Samples.POLICY;
    TenantPolicy policy =
        new TenantPolicy(
            sample.currency(),
            sample.countries(),
            sample.shippingCost(),
            sample.taxRate(),
            RESERVATION,
            sample.cartExpiry(),
            sample.cartUndo(),
            sample.verification());
    return tenant -> policy;
  }

  @Bean
  KernelModule kernelModule() {
    return new KernelModule();
  }

  @Bean
  EventTypes eventTypes() {
    EventCatalogue events = Capabilities.installed().events();
    return new EventTypes() {
      @Override
      public Optional<EventType> typeOf(Class<?> event) {
        return Optional.ofNullable(events.of(event))
            .map(entry -> new EventType(entry.name(), entry.revision()));
      }

      @Override
      public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(events.named(name)).map(EventCatalogue.Entry::type);
      }
    };
  }
}
