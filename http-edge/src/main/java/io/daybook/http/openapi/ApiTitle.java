package io.daybook.http.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The title of the API's description. Its version is that of the paths: it changes with an incompatible
/// API, and not with each release.
@Configuration(proxyBeanMethods = false)
class ApiTitle {

  static final String PROBLEM = "#/components/schemas/Problem";

  @Bean
  OpenAPI daybookApi() {
    return new OpenAPI()
        .components(new Components().addSchemas("Problem", problem()))
        .info(
            new Info()
                .title("Daybook")
                .version("v1")
                .description("Commands over REST. What they have changed is read over GraphQL.")
                .license(new License().name("Apache-2.0")));
  }

  /// A refusal (RFC 9457), with the stable code and the fields at fault.
  private static Schema<?> problem() {
    Schema<?> field = object("field", "value", "rule");
    Schema<Object> fields = new Schema<>();
    fields.addType("array");
    fields.setItems(field);
    Schema<?> problem = object("type", "title", "detail", "code");
    Schema<Object> status = new Schema<>();
    status.addType("integer");
    problem.addProperty("status", status);
    problem.addProperty("fields", fields);
    return problem;
  }

  private static Schema<?> object(String... texts) {
    Schema<Object> object = new Schema<>();
    object.addType("object");
    for (String name : texts) {
      Schema<Object> text = new Schema<>();
      text.addType("string");
      object.addProperty(name, text);
    }
    return object;
  }
}
