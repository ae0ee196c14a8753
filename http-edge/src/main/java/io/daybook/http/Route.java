package io.daybook.http;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// One row of a table of routes: a request that is read into a command and sent.
///
/// @param path a template; what it names in braces are fields of the command
/// @param summary what the route does, for the API's description
/// @param generatedField the id that is generated where the request has none, if the route creates
///     something
/// @param derivedFrom the id whose UUID the generated one takes, where the request has it: an order's
///     payment is found by the order's id
/// @param allowed who may send it: [Roles]
/// @param answer the bean that answers once the command is sent
public record Route(
    HttpMethod method,
    String path,
    Class<? extends Command> command,
    String summary,
    @Nullable String generatedField,
    @Nullable String derivedFrom,
    Set<Actor.Kind> allowed,
    Class<? extends CommandAnswer> answer) {
  /// The root of all routes.
  public static final String API = "/api/v1";

  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  /// @throws IllegalArgumentException where the row names a field that the command lacks
  public Route {
    allowed = Set.copyOf(allowed);
    for (String field : pathFields(path)) {
      component(command, field);
    }
    if (generatedField != null && !Id.class.isAssignableFrom(type(command, generatedField))) {
      throw new IllegalArgumentException(generatedField + " of " + command + " is no id");
    }
    if (derivedFrom != null) {
      component(command, derivedFrom);
    }
  }

  public static Route post(String path, Class<? extends Command> command, String summary) {
    return of(HttpMethod.POST, path, command, summary);
  }

  public static Route put(String path, Class<? extends Command> command, String summary) {
    return of(HttpMethod.PUT, path, command, summary);
  }

  public static Route patch(String path, Class<? extends Command> command, String summary) {
    return of(HttpMethod.PATCH, path, command, summary);
  }

  public static Route delete(String path, Class<? extends Command> command, String summary) {
    return of(HttpMethod.DELETE, path, command, summary);
  }

  /// The same, and it creates what this field names.
  public Route generating(String field) {
    return new Route(method, path, command, summary, field, derivedFrom, allowed, answer);
  }

  /// The same, and the generated id has the UUID of this one.
  public Route derivedFrom(String field) {
    return new Route(method, path, command, summary, generatedField, field, allowed, answer);
  }

  /// The same, for these callers only.
  public Route by(Actor.Kind... kinds) {
    Set<Actor.Kind> only = Set.of(kinds);
    return new Route(method, path, command, summary, generatedField, derivedFrom, only, answer);
  }

  /// The same, with another answer than the usual one.
  public Route answeredBy(Class<? extends CommandAnswer> other) {
    return new Route(method, path, command, summary, generatedField, derivedFrom, allowed, other);
  }

  public boolean creates() {
    return generatedField != null;
  }

  /// The fields that the path gives, in its order.
  public List<String> pathFields() {
    return pathFields(path);
  }

  /// Where a client sends this command to.
  public String pathOf(Command sent) {
    return IN_PATH.matcher(path).replaceAll(field -> value(sent, field.group(1)));
  }

  private static Route of(
      HttpMethod method, String path, Class<? extends Command> command, String summary) {
    Set<Actor.Kind> callers = Set.of(Actor.Kind.STAFF, Actor.Kind.CUSTOMER, Actor.Kind.ANONYMOUS);
    return new Route(method, API + path, command, summary, null, null, callers, CommandGate.class);
  }

  private static List<String> pathFields(String path) {
    return IN_PATH.matcher(path).results().map((MatchResult field) -> field.group(1)).toList();
  }

  private static String value(Command command, String field) {
    try {
      return String.valueOf(component(command.getClass(), field).getAccessor().invoke(command));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + field + " of " + command, e);
    }
  }

  private static Class<?> type(Class<?> command, String field) {
    return component(command, field).getType();
  }

  private static RecordComponent component(Class<?> command, String field) {
    return Arrays.stream(command.getRecordComponents())
        .filter(component -> component.getName().equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(command + " has no field " + field));
  }
}
