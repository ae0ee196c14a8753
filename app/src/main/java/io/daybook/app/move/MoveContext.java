package io.daybook.app.move;

import io.daybook.app.Settings;
import io.daybook.app.processors.Processors;
import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.move.MoveTarget;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.json.KernelModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The data directory, its database and its tables, without the program on it: nothing handles the
/// events while they come in.
record MoveContext(ConfigurableApplicationContext context) implements AutoCloseable {

  /// No `@Configuration`, so that the program's scan passes over it.
  @EnableConfigurationProperties(Settings.class)
  @ComponentScan("io.daybook.app.postgres")
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  static class Parts {}

  /// The names of the catalogue, as the program stores them.
  private record Names(EventCatalogue catalogue) implements EventTypes {
    @Override
    public Optional<EventType> typeOf(Class<?> event) {
      return Optional.ofNullable(catalogue.of(event))
          .map(entry -> new EventType(entry.name(), entry.revision()));
    }

    @Override
    public Optional<Class<?>> classOf(String name) {
      return Optional.ofNullable(catalogue.named(name)).map(EventCatalogue.Entry::type);
    }
  }

  static MoveContext open(Path dataDirectory) {
    return new MoveContext(
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .run("--daybook.data-dir=" + dataDirectory, "--logging.level.root=WARN"));
  }

  /// Every event of today's catalogue is of its first revision, so there is nothing to upcast.
  MoveTarget target() {
    EventTypes names = new Names(Capabilities.installed().events());
    return new MoveTarget(
        context.getBean(DataSource.class),
        names,
        new JsonRules(List.of(new KernelModule())),
        NoOpEventUpcaster.INSTANCE);
  }

  /// Those act on the outside, so what the other program has handled is not handled again.
  void startProcessesBehind(long position) {
    new ProcessorStates(context.getBean(DataSource.class)).startBehind(position, processes());
  }

  private static Set<String> processes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessingGroup.class));
    return scanner.findCandidateComponents("io.daybook").stream()
        .map(AnnotatedBeanDefinition.class::cast)
        .map(found -> found.getMetadata().getAnnotationAttributes(ProcessingGroup.class.getName()))
        .map(attributes -> String.valueOf(Objects.requireNonNull(attributes).get("value")))
        .filter(name -> !Processors.isProjection(name))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    context.close();
  }
}
