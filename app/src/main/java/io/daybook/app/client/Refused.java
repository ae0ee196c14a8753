package io.daybook.app.client;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The server refused a request, with a stable code and the fields at fault (RFC 9457).
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// A field that broke a rule.
  public record Field(String name, String value, String rule) {
    @Override
    public String toString() {
      return name + " " + value + " " + rule;
    }
  }

  private final int status;
  private final String code;
  private final String rule;
  private final transient List<Field> fields;
  private final transient JsonNode problem;

  Refused(int status, JsonNode problem) {
    super(message(status, problem));
    this.status = status;
    this.code = problem.path("code").asString("");
    this.rule = problem.path("detail").asString("");
    this.fields = fields(problem);
    this.problem = problem;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /// The rule that was broken, as a sentence.
  public String rule() {
    return rule;
  }

  public List<Field> fields() {
    return fields;
  }

  /// Whether an order was begun and its placement failed; otherwise nothing was begun.
  public boolean isOfPlacement() {
    return problem.has("orderId");
  }

  /// For a command line that cannot go on without what was refused.
  public Failure asFailure() {
    return new Failure(ExitCode.FAILED, "the server refused: " + getMessage(), this);
  }

  private static List<Field> fields(JsonNode problem) {
    return StreamSupport.stream(problem.path("fields").spliterator(), false)
        .map(
            field ->
                new Field(
                    field.path("field").asString(""),
                    field.path("value").asString(""),
                    field.path("rule").asString("")))
        .toList();
  }

  private static String message(int status, JsonNode problem) {
    String what = problem.path("code").asString("status " + status);
    String why = problem.path("reason").asString(problem.path("detail").asString(""));
    String where = fields(problem).stream().map(Field::toString).collect(Collectors.joining("; "));
    return what + ": " + why + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
