package io.daybook.query.order;

import io.daybook.query.graphql.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

  @Bean
  View<Order> orderView(JdbcClient database) {
    return new View<>(database, "orders", "r.*", "order_id", OrderRow::read);
  }
}
