package io.daybook.http;

import io.daybook.kernel.TenantClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  @ConditionalOnMissingBean
  CallerResolver callerResolver() {
    return new HeaderCallers();
  }

  @Bean
  Routes routes(ObjectProvider<RouteTable> tables) {
    return Routes.installed().with(tables.orderedStream().toList());
  }

  @Bean
  CommandCalls commandCalls(CallerResolver callers, TenantClock clock) {
    return new CommandCalls(callers, new CommandReader(clock));
  }
}
