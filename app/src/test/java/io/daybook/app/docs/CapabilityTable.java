package io.daybook.app.docs;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.daybook.app.House;
import io.daybook.http.RouteTable;
import io.daybook.http.Routes;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.RejectionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.spring.stereotype.Aggregate;

/// The page of one capability in docs/capabilities, as the code has it. Each place is linked once.
record CapabilityTable(Capability capability) {
  private static final String ROOT = "../../";

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# " + capability.name());
    lines.add("");
    lines.add(capability.summary());
    lines.add("");
    lines.add("This page is written by the build (`-Ddocs=write`) from the code.");
    lines.addAll(places());
    lines.addAll(commands());
    lines.addAll(events());
    lines.addAll(refusals());
    return String.join("\n", lines) + "\n";
  }

  private List<String> places() {
    List<String> rows = table("Where", "what", "where");
    row(rows, "commands", links(capability.commandTypes()));
    row(rows, "routes", links(routes()));
    row(rows, "decided in", links(aggregates()));
    row(rows, "events", links(capability.eventTypes()));
    row(rows, "refusals", links(capability.rejectionTypes()));
    row(rows, "read model", links(projections()) + ", " + schema());
    String processes = links(processes());
    row(rows, "processes that react", processes.isEmpty() ? "none" : processes);
    return rows;
  }

  private List<String> commands() {
    List<String> rows =
        table("Commands", "command", "over HTTP", "who may", "what it does", "test");
    for (Class<? extends Command> command : capability.commands()) {
      RouteRow route = RouteRow.of(command);
      row(
          rows,
          command.getSimpleName(),
          route.path(),
          route.whoMay(),
          route.summary(),
          "[test](%scommand-side/src/test/java/io/daybook/command/%s/%sTest.java)"
              .formatted(ROOT, capability.name(), command.getSimpleName()));
    }
    return rows;
  }

  private List<String> events() {
    List<String> rows = table("Events", "event", "stored as", "processes that react");
    for (Class<? extends Event> event : capability.events()) {
      EventCatalogue.Entry entry = EventCatalogue.Entry.of(event);
      String golden =
          "[`%s`, revision %d](%sshared-kernel/src/test/resources/golden/%1$s.%2$d.json)"
              .formatted(entry.name(), entry.revision(), ROOT);
      String processes =
          processesOf(event).map(JavaClass::getSimpleName).sorted().collect(joining(", "));
      row(rows, event.getSimpleName(), golden, processes.isEmpty() ? "none" : processes);
    }
    return rows;
  }

  private List<String> refusals() {
    List<String> rows = table("Refusals", "code", "kind", "rule");
    for (RejectionCode code : capability.rejections()) {
      String kind = code.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      row(rows, "`" + code.name() + "`", kind, code.rule());
    }
    return rows;
  }

  private static List<String> table(String title, String... columns) {
    List<String> rows = new ArrayList<>();
    rows.add("");
    rows.add("## " + title);
    rows.add("");
    row(rows, columns);
    rows.add("|" + "---|".repeat(columns.length));
    return rows;
  }

  private static void row(List<String> rows, String... cells) {
    rows.add("| " + String.join(" | ", cells) + " |");
  }

  private String schema() {
    String name = capability.name() + ".graphqls";
    return "[`%s`](%squery-side/src/main/resources/graphql/%1$s)".formatted(name, ROOT);
  }

  private List<Class<?>> routes() {
    return Routes.installed().tables().stream()
        .filter(
            table ->
                table.routes().stream()
                    .anyMatch(route -> capability.commands().contains(route.command())))
        .<Class<?>>map(RouteTable::getClass)
        .toList();
  }

  private List<JavaClass> aggregates() {
    return in("io.daybook.command." + capability.name())
        .filter(type -> type.isAnnotatedWith(Aggregate.class))
        .toList();
  }

  private List<JavaClass> projections() {
    return in("io.daybook.query." + capability.name())
        .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
        .toList();
  }

  private List<JavaClass> processes() {
    return capability.events().stream()
        .flatMap(CapabilityTable::processesOf)
        .distinct()
        .sorted(Comparator.comparing(JavaClass::getSimpleName))
        .toList();
  }

  private static Stream<JavaClass> processesOf(Class<?> event) {
    return House.CLASSES.stream()
        .filter(type -> type.getPackageName().startsWith("io.daybook.saga"))
        .filter(type -> type.getMethods().stream().anyMatch(method -> handles(method, event)));
  }

  private static boolean handles(JavaMethod method, Class<?> event) {
    return (method.isAnnotatedWith(EventHandler.class)
            || method.isAnnotatedWith(SagaEventHandler.class))
        && method.getRawParameterTypes().getFirst().reflect().isAssignableFrom(event);
  }

  private static Stream<JavaClass> in(String packageName) {
    return House.CLASSES.stream()
        .filter(type -> type.getPackageName().equals(packageName))
        .sorted(Comparator.comparing(JavaClass::getSimpleName));
  }

  private static String links(Collection<?> types) {
    return types.stream().map(CapabilityTable::link).collect(joining(", "));
  }

  private static String link(Object type) {
    String name = type instanceof JavaClass known ? known.getName() : ((Class<?>) type).getName();
    return "[%s](%s%s/src/main/java/%s.java)"
        .formatted(
            name.substring(name.lastIndexOf('.') + 1), ROOT, module(name), name.replace('.', '/'));
  }

  private static String module(String name) {
    return switch (name.split("\\.")[2]) {
      case "command" -> "command-side";
      case "query" -> "query-side";
      case "saga" -> "saga-orchestrator";
      default -> "shared-kernel";
    };
  }
}
