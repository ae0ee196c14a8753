package io.daybook.http.openapi;

import io.daybook.http.CommandEndpoint;
import io.daybook.http.Route;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Capabilities;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// Describes each route of the tables: its fields, an example, its headers and its answers.
@Component
class CommandDocs implements OperationCustomizer {
  private final JsonMapper mapper = new JsonMapper();

  private final Capabilities capabilities;

  CommandDocs(Capabilities capabilities) {
    this.capabilities = capabilities;
    SpringDocUtils.getConfig().addRestControllers(CommandEndpoint.class);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (!(method.getBean() instanceof CommandEndpoint endpoint)) {
      return operation;
    }
    Route route = endpoint.route();
    operation.setTags(List.of(capabilities.of(route.command()).name()));
    operation.setSummary(route.summary());
    operation.setDescription(allowed(route));
    operation.setOperationId(route.command().getSimpleName());
    operation.setParameters(null);
    route
        .pathFields()
        .forEach(name -> operation.addParametersItem(parameter("path", name).required(true)));
    header(operation, "Daybook-Tenant", "Whose shop it is; `default` where it is absent.");
    header(
        operation, "Daybook-Actor", "Who asks: `staff:<id>` or `customer:<id>`; else anonymous.");
    header(operation, "Daybook-Effective-At", "Staff only: the business time, 1970 to 9998.");
    header(operation, "Idempotency-Key", "Up to 255 characters: the same request is done once.");
    header(operation, "Prefer", "`wait=5` waits up to five seconds for the outcome.");
    operation.addParametersItem(
        parameter("query", "dryRun")
            .description("`true` shows the events that would be written, and writes none."));
    operation.setRequestBody(body(route));
    operation.setResponses(responses(route));
    return operation;
  }

  private static String allowed(Route route) {
    return route.allowed().stream()
        .sorted()
        .map(Actor.Kind::spelling)
        .collect(Collectors.joining(", ", "For: ", ". A customer acts on what is the own only."));
  }

  private RequestBody body(Route route) {
    Schema<?> schema = CommandSchemas.of(route.command(), Set.copyOf(route.pathFields()));
    if (route.creates() && schema.getRequired() != null) {
      schema.getRequired().remove(route.generatedField());
    }
    MediaType json = new MediaType().schema(schema);
    json.addExamples("example", new Example().value(example(route.command())));
    return new RequestBody()
        .required(schema.getRequired() != null && !schema.getRequired().isEmpty())
        .content(new Content().addMediaType("application/json", json));
  }

  /// Read into plain maps, since springdoc writes the description by Jackson 2.
  private Map<?, ?> example(Class<?> command) {
    String file = "/openapi/examples/" + command.getSimpleName() + ".json";
    try (InputStream in = CommandDocs.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No example at " + file);
      }
      return mapper.readValue(in, Map.class);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }

  private static ApiResponses responses(Route route) {
    Schema<?> schema = new Schema<>().$ref(ApiTitle.PROBLEM);
    Content problem =
        new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(
        route.creates() ? "201" : "200",
        new ApiResponse().description("Done; `Daybook-Position` says where."));
    responses.addApiResponse("202", new ApiResponse().description("Begun; look at `Location`."));
    responses.addApiResponse("400", refusal("Malformed", problem));
    responses.addApiResponse("403", refusal("Not for this caller", problem));
    responses.addApiResponse("404", refusal("Not found", problem));
    responses.addApiResponse("409", refusal("In conflict, or there already", problem));
    responses.addApiResponse("415", refusal("The body is not JSON", problem));
    responses.addApiResponse("422", refusal("A rule was broken; `code` says which", problem));
    responses.addApiResponse("503", refusal("Come again after `Retry-After`", problem));
    return responses;
  }

  private static ApiResponse refusal(String description, Content content) {
    return new ApiResponse().description(description).content(content);
  }

  private static void header(Operation operation, String name, String description) {
    operation.addParametersItem(parameter("header", name).description(description));
  }

  private static Parameter parameter(String in, String name) {
    Schema<Object> text = new Schema<>();
    text.addType("string");
    return new Parameter().in(in).name(name).schema(text);
  }
}
