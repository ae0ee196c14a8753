package io.daybook.query.graphql;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// GraphiQL from this program's own files. Boot's page loads it from a CDN, which an operator's
/// network may not reach and should not have to trust; the policy makes browsers hold to that.
final class GraphiqlPage {
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'";
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript");

  private GraphiqlPage() {}

  static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/graphiql", _ -> file("index.html", MediaType.TEXT_HTML))
        .GET("/graphiql/graphiql.js", _ -> file("graphiql.js", SCRIPT))
        .build();
  }

  private static ServerResponse file(String name, MediaType type) {
    Resource file = new ClassPathResource("io/daybook/query/graphiql/" + name);
    return ServerResponse.ok()
        .contentType(type)
        .header("Content-Security-Policy", POLICY)
        .body(file);
  }
}
