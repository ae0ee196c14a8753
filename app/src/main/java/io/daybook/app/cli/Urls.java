package io.daybook.app.cli;

import io.daybook.app.DataDirectory;
import io.daybook.app.ServerFile;
import org.springframework.context.ApplicationContext;

/// Where everything is, for whoever has just started the server.
record Urls(String base) {
  static Urls of(ApplicationContext context) {
    DataDirectory directory = context.getBean(DataDirectory.class);
    return new Urls(ServerFile.read(directory.path()).orElseThrow().url());
  }

  String describe() {
    return """

    Daybook is running. Ctrl-C stops it.

      API          %1$s/api/v1
      Swagger UI   %1$s/swagger-ui
      GraphQL      %1$s/graphql
      GraphiQL     %1$s/graphiql
      Health       %1$s/actuator/health
      Metrics      %1$s/actuator/prometheus
    """
        .formatted(base);
  }
}
