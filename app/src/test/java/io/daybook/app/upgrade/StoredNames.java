package io.daybook.app.upgrade;

import com.example.witness.Witness;
import com.example.witness.WitnessConfiguration.Doer;
import com.github.kagkarlsson.scheduler.task.Task;
import io.daybook.eventstore.TypeAlias;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.RejectionCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The names under which a program stores, each with its kind before it: `event cart.CartCleared 1`.
///
/// @param database in which the program has stored something of each kind
record StoredNames(Configuration axon, List<Task<?>> tasks, JdbcClient database) {
  private static final Set<String> OF_TESTS = Set.of(Witness.PROCESSOR, Doer.PROCESSOR);

  private static final String TABLES =
      """
      SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'witness'
        AND n.nspname !~ '^(pg_|rebuild_)' AND n.nspname <> 'information_schema'
      """;

  Set<String> all() {
    return Stream.of(
            of("event", events()),
            of("aggregate", aggregates().map(this::aggregateType)),
            of("snapshot", aggregates().flatMap(this::snapshotType)),
            of("rejection", rejections()),
            of("agenda", tasks.stream().map(Task::getName)),
            of("processor", processors()),
            of("claim", column("SELECT DISTINCT kind FROM event_store.claim")),
            of("process", column("SELECT DISTINCT process FROM process.instance")),
            of("mail", column("SELECT DISTINCT template FROM command_side.outgoing_mail")),
            of("table", column(TABLES)))
        .flatMap(names -> names)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> of(String kind, Stream<String> names) {
    return names.map(name -> kind + " " + name);
  }

  private static Stream<String> events() {
    return Capabilities.installed().events().entries().stream()
        .map(event -> event.name() + " " + event.revision());
  }

  private Stream<Class<?>> aggregates() {
    return axon.findModules(AggregateConfiguration.class).stream()
        .map(AggregateConfiguration::aggregateType);
  }

  private String aggregateType(Class<?> aggregate) {
    return AnnotatedAggregateMetaModelFactory.inspectAggregate(
            aggregate, axon.parameterResolverFactory(), axon.handlerDefinition(aggregate))
        .type();
  }

  /// An aggregate that is snapshotted has a revision.
  private Stream<String> snapshotType(Class<?> aggregate) {
    Revision revision = aggregate.getAnnotation(Revision.class);
    TypeAlias alias = aggregate.getAnnotation(TypeAlias.class);
    return revision == null ? Stream.of() : Stream.of(alias.value() + " " + revision.value());
  }

  private Stream<String> processors() {
    return axon.eventProcessingConfiguration().eventProcessors().keySet().stream()
        .filter(name -> !OF_TESTS.contains(name));
  }

  private static Stream<String> rejections() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(RejectionCode.class));
    return scanner.findCandidateComponents("io.daybook").stream()
        .map(found -> type(found.getBeanClassName()))
        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
        .map(RejectionCode.class::cast)
        .map(
            code ->
                "%s %s %s".formatted(code.getClass().getSimpleName(), code.name(), code.kind()));
  }

  private static Class<?> type(@Nullable String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stream<String> column(String query) {
    return database.sql(query).query(String.class).stream();
  }
}
