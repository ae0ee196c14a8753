package com.example.review;

import com.example.review.command.ReviewRoutes;
import io.daybook.http.RouteTable;
import io.daybook.kernel.Capabilities;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// What a module on the class path does by two lines in `META-INF/services`, for a capability that only
/// one test has.
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ReviewConfiguration {
  @Bean
  Capabilities capabilities() {
    return Capabilities.installed().with(new ReviewCapability());
  }

  @Bean
  RouteTable reviewRoutes() {
    return new ReviewRoutes();
  }

  @Bean
  EventUpcaster ratingToStars() {
    return new RatingToStars();
  }
}
