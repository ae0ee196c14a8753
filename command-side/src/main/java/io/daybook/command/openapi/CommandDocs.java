package io.daybook.command.openapi;

import io.daybook.command.rest.Takes;
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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// Describes each route that takes a command: its fields, an example, its headers and its answers.
@Component
class CommandDocs implements OperationCustomizer {
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
  private final JsonMapper mapper = new JsonMapper();

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Takes takes = method.getMethodAnnotation(Takes.class);
    if (takes == null) {
      return operation;
    }
    Set<String> path = path(method);
    operation.setSummary(takes.summary());
    operation.setOperationId(takes.value().getSimpleName());
    operation.setParameters(null);
    path.forEach(name -> operation.addParametersItem(parameter("path", name).required(true)));
    header(operation, "Daybook-Tenant", "Whose shop it is; `default` where it is absent.");
    header(operation, "Daybook-Actor", "Who asks: `staff:<id>` or `customer:<id>`.");
    header(operation, "Idempotency-Key", "Up to 255 characters: the same request is done once.");
    header(operation, "Prefer", "`wait=5` waits up to five seconds for the outcome.");
    operation.addParametersItem(
        parameter("query", "dryRun")
            .description("`true` shows the events that would be written, and writes none."));
    operation.setRequestBody(body(takes, path));
    operation.setResponses(responses(takes));
    return operation;
  }

  private RequestBody body(Takes takes, Set<String> path) {
    Schema<?> schema = CommandSchemas.of(takes.value(), path);
    if (!takes.generates().isEmpty() && schema.getRequired() != null) {
      schema.getRequired().remove(takes.generates());
    }
    MediaType json = new MediaType().schema(schema);
    json.addExamples("example", new Example().value(example(takes.value())));
    return new RequestBody()
        .required(schema.getRequired() != null && !schema.getRequired().isEmpty())
        .content(new Content().addMediaType("application/json", json));
  }

  /// As plain maps: the description is written by another version of Jackson than reads this.
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

  private static ApiResponses responses(Takes takes) {
    boolean creates = !takes.generates().isEmpty();
    Content problem = new Content().addMediaType("application/problem+json", new MediaType());
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(
        creates ? "201" : "200",
        new ApiResponse().description("Done; `Daybook-Position` says where."));
    responses.addApiResponse("202", new ApiResponse().description("Begun; look at `Location`."));
    responses.addApiResponse("400", refusal("Malformed", problem));
    responses.addApiResponse("404", refusal("Not found", problem));
    responses.addApiResponse("409", refusal("In conflict, or there already", problem));
    responses.addApiResponse("422", refusal("A rule was broken; `code` says which", problem));
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

  private static Set<String> path(HandlerMethod method) {
    Set<String> names = new LinkedHashSet<>();
    collect(
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class),
        names);
    collect(
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class),
        names);
    return names;
  }

  private static void collect(@Nullable RequestMapping mapping, Set<String> names) {
    if (mapping != null) {
      for (String path : mapping.value()) {
        Matcher matcher = IN_PATH.matcher(path);
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
  }
}
