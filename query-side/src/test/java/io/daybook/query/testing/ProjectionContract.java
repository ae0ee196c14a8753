package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Event;
import io.daybook.query.projection.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// What is true of every projection in a package. A test extends this and names the package.
public abstract class ProjectionContract {
  private static final Map<Class<?>, ProjectionFixture> SINGLE = new HashMap<>();
  private static final Map<Class<?>, ProjectionFixture> BATCHES = new HashMap<>();

  private final List<Class<? extends Projection>> projections;

  protected ProjectionContract(String packageName) {
    projections = projections(packageName);
    assertThat(projections).as("Projections in " + packageName).isNotEmpty();
  }

  /// The lives of the entities, of which the projections take what they handle.
  protected List<Event> samples() {
    return Capabilities.installed().all().stream().flatMap(it -> it.samples().stream()).toList();
  }

  @AfterContainer
  static void close() {
    SINGLE.values().forEach(ProjectionFixture::close);
    BATCHES.values().forEach(ProjectionFixture::close);
    SINGLE.clear();
    BATCHES.clear();
  }

  @Example
  void samples_that_are_replayed_give_the_same_tables() {
    for (Class<? extends Projection> type : projections) {
      ProjectionFixture projection = ProjectionFixture.of(type);
      projection.given(samples().toArray(Event[]::new));
      assertThat(projection.tables().values())
          .as("%s needs a sample: no table has a row", type.getSimpleName())
          .anySatisfy(rows -> assertThat((List<?>) rows).isNotEmpty());
      projection.assertRepeatable();
    }
  }

  /// However many events share a transaction, the tables end the same as one by one: for any events, any
  /// sizes, and also when the events come a second time.
  @Property(tries = 150)
  void batches_end_as_single_events_do(
      @ForAll("projections") Class<? extends Projection> type,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 80) int length,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 60) Integer> sizes) {
    List<Event> events = RandomEvents.of(type, new Random(seed), length);
    ProjectionFixture single = empty(SINGLE, type).given(events.toArray(Event[]::new));
    ProjectionFixture batches = empty(BATCHES, type).givenInBatches(sizes, events);

    assertThat(batches.tables()).isEqualTo(single.tables());
    batches.repeat();
    assertThat(batches.tables()).isEqualTo(single.tables());
  }

  @Provide
  Arbitrary<Class<? extends Projection>> projections() {
    return Arbitraries.of(projections);
  }

  private static ProjectionFixture empty(
      Map<Class<?>, ProjectionFixture> fixtures, Class<? extends Projection> type) {
    ProjectionFixture fixture = fixtures.computeIfAbsent(type, _ -> ProjectionFixture.of(type));
    fixture.forget();
    return fixture;
  }

  private static List<Class<? extends Projection>> projections(String packageName) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
    return scanner.findCandidateComponents(packageName).stream()
        .map(BeanDefinition::getBeanClassName)
        .sorted()
        .<Class<? extends Projection>>map(ProjectionContract::load)
        .toList();
  }

  private static Class<? extends Projection> load(String name) {
    try {
      return Class.forName(name).asSubclass(Projection.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
