package io.daybook.http;

import io.daybook.kernel.TenantClock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

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
  CommandCalls commandCalls(CallerResolver callers, Roles roles, TenantClock clock) {
    return new CommandCalls(callers, roles, new CommandReader(clock));
  }

  @Bean
  Roles roles(ObjectProvider<Owners> owners) {
    return new Roles(owners.orderedStream().toList());
  }

  @Bean
  AdminRoutes adminRoutes(CallerResolver callers) {
    return new AdminRoutes(callers);
  }

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter(
      @Value("${daybook.hosts:}") List<String> hosts,
      @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    FilterRegistrationBean<RequestFilter> filter =
        new FilterRegistrationBean<>(new RequestFilter(new KnownHosts(hosts), problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
