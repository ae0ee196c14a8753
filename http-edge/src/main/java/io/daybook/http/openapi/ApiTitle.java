package io.daybook.http.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The title of the API's description. Its version is that of the paths: it changes with an incompatible
/// API, and not with each release.
@Configuration(proxyBeanMethods = false)
class ApiTitle {

  @Bean
  OpenAPI daybookApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Daybook")
                .version("v1")
                .description("Commands over REST. What they have changed is read over GraphQL.")
                .license(new License().name("Apache-2.0")));
  }
}
