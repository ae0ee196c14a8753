package io.daybook.query.graphql;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Brings GraphQL up. The defaults are weaker than anything that the application says.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadProperties.class)
@PropertySource("classpath:io/daybook/query/query-defaults.properties")
class QueryConfiguration {

  @Bean
  FilterRegistrationBean<ReadFilter> readFilter(
      ProjectionProgress progress,
      ReadProperties properties,
      @Value("${spring.graphql.http.path:/graphql}") String path) {
    AtLeast atLeast = new AtLeast(progress, properties.patience());
    FilterRegistrationBean<ReadFilter> registration =
        new FilterRegistrationBean<>(new ReadFilter(atLeast, properties.requestBytes()));
    registration.addUrlPatterns(path);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }

  @Bean
  GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler handler) {
    return new HttpReads(handler);
  }

  /// Tomcat would end a WebSocket at the first message of more than 8 KiB.
  @Bean
  ServletContextInitializer socketMessageSize(ReadProperties properties) {
    return context ->
        context.setInitParameter(
            "org.apache.tomcat.websocket.textBufferSize",
            Integer.toString(properties.requestBytes()));
  }

  @Bean
  RouterFunction<ServerResponse> graphiqlPage() {
    return GraphiqlPage.routes();
  }
}
