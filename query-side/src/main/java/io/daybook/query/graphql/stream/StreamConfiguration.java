package io.daybook.query.graphql.stream;

import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

  @Bean
  OpenStreams openStreams(StreamProperties limits) {
    return new OpenStreams(limits);
  }

  @Bean
  SocketOperations socketOperations(StreamProperties limits) {
    return new SocketOperations(limits.operations());
  }

  /// A thread for each that reads or writes, so that nobody waits for a client that does not read. There are as
  /// many as the limits allow.
  @Bean(destroyMethod = "dispose")
  Scheduler streamThreads() {
    return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "streams");
  }

  @Bean
  GraphQlSseHandler eventStreams(
      WebGraphQlHandler handler,
      OpenStreams streams,
      Scheduler streamThreads,
      StreamProperties limits) {
    return new EventStreams(handler, streams, streamThreads, limits.keepAlive());
  }

  @Bean
  GraphQlWebSocketHandler sockets(
      WebGraphQlHandler handler,
      GraphQlProperties properties,
      OpenStreams streams,
      SocketOperations operations) {
    return new Sockets(handler, properties.getWebsocket(), streams, operations);
  }
}
