package io.daybook.command.rest;

import io.daybook.kernel.TenantClock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RestConfiguration {

  @Bean
  @ConditionalOnMissingBean
  CallerResolver callerResolver() {
    return new HeaderCallers();
  }

  @Bean
  WebMvcConfigurer commandCalls(CallerResolver callers, TenantClock clock) {
    CommandCalls calls = new CommandCalls(callers, new CommandReader(clock));
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(calls);
      }
    };
  }
}
