package io.daybook.app;

import static com.tngtech.archunit.lang.ConditionEvent.createMessage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What decides is given all that it decides by: it asks for no time, takes no chance and reaches no
/// database, file or network, but by a port: an interface that is handed to it.
class DecisionRulesTest {
  private static final String CLOCK = "io.daybook.kernel.SystemTenantClock";

  /// The machine's clock, put right by the database's: what the other one is made of.
  private static final String MACHINE = "io.daybook.eventstore.DatabaseClock";

  private static final Set<String> RANDOM =
      Set.of(
          "java.util.Random",
          "java.security.SecureRandom",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator");

  private static final List<String> OUTSIDE =
      List.of(
          "java.sql.",
          "javax.sql.",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.URLConnection",
          "java.net.InetAddress",
          "java.net.http.",
          "java.nio.file.",
          "java.nio.channels.",
          "java.util.concurrent.Executor",
          "org.springframework.jdbc.",
          "org.springframework.web.");

  @Test
  void only_the_clock_asks_for_the_time() {
    classes()
        .that()
        .resideInAPackage("io.daybook..")
        .and()
        .doNotHaveFullyQualifiedName(CLOCK)
        .and()
        .doNotHaveFullyQualifiedName(MACHINE)
        .should(notAskForTheTime())
        .check(House.CLASSES);
    assertThat(asksForTheTime(House.CLASSES.get(CLOCK))).isNotEmpty();
  }

  @Test
  void every_way_to_ask_for_the_time_is_known() {
    JavaClasses asking =
        new ClassFileImporter()
            .importClasses(
                AsksByCall.class,
                AsksByReference.class,
                AsksByDate.class,
                AsksByTick.class,
                AsksByMonth.class,
                AsksTheSystem.class);

    assertThat(asking).hasSize(6).allSatisfy(one -> assertThat(asksForTheTime(one)).isNotEmpty());
  }

  @Test
  void an_aggregate_and_what_it_reaches_has_no_chance_and_no_outside() {
    classes().that(ARE_AGGREGATES).should(reachNoChanceAndNoOutside()).check(House.CLASSES);
  }

  @Test
  void what_an_aggregate_reaches_through_another_class_is_found() {
    JavaClasses throwing =
        new ClassFileImporter().importClasses(ThrowsDice.class, Dice.class, UUID.class);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                classes()
                    .that()
                    .haveSimpleName("ThrowsDice")
                    .should(reachNoChanceAndNoOutside())
                    .check(throwing))
        .withMessageContaining("randomUUID");
  }

  private static final DescribedPredicate<JavaClass> ARE_AGGREGATES =
      DescribedPredicate.describe(
          "are aggregates",
          type -> type.isAnnotatedWith("org.axonframework.spring.stereotype.Aggregate"));

  private static ArchCondition<JavaClass> notAskForTheTime() {
    return new ArchCondition<>("not ask the system for the time") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        asksForTheTime(type)
            .forEach(access -> events.add(violated(access, access.getDescription())));
      }
    };
  }

  private static List<JavaAccess<?>> asksForTheTime(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .<JavaAccess<?>>map(access -> access)
        .filter(DecisionRulesTest::asksForTheTime)
        .toList();
  }

  /// Calls and method references alike. A `now` that is given a clock is harmless, since there is none
  /// to give: `Clock` itself is refused.
  private static boolean asksForTheTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String member = access.getName();
    return switch (owner) {
      case "java.lang.System" -> member.equals("currentTimeMillis");
      case "java.time.Clock", "java.time.InstantSource" ->
          member.startsWith("system") || member.startsWith("tick");
      case "java.util.Date", "java.util.GregorianCalendar" ->
          member.equals("<init>")
              && ((com.tngtech.archunit.core.domain.JavaCodeUnitAccess<?>) access)
                  .getTarget()
                  .getRawParameterTypes()
                  .isEmpty();
      case "java.util.Calendar" -> member.equals("getInstance");
      default -> member.equals("now") && owner.startsWith("java.time.");
    };
  }

  private static ArchCondition<JavaClass> reachNoChanceAndNoOutside() {
    return new ArchCondition<>("reach no chance and no outside") {
      @Override
      public void check(JavaClass aggregate, ConditionEvents events) {
        for (JavaClass type : reached(aggregate)) {
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (isForbidden(dependency)) {
              events.add(
                  violated(
                      type,
                      createMessage(
                          aggregate, "reaches by " + type + ": " + dependency.getDescription())));
            }
          }
        }
      }
    };
  }

  private static boolean isForbidden(Dependency dependency) {
    String target = dependency.getTargetClass().getFullName();
    return RANDOM.contains(target)
        || OUTSIDE.stream().anyMatch(target::startsWith)
        || dependency.getDescription().contains("java.util.UUID.randomUUID()");
  }

  /// All of our classes that it depends on, and those that they depend on. What is behind an interface
  /// is not followed: that is a port, by which the outside is named.
  private static Set<JavaClass> reached(JavaClass from) {
    Set<JavaClass> reached = new HashSet<>();
    Deque<JavaClass> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty()) {
      JavaClass next = left.poll();
      if (reached.add(next)) {
        next.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .filter(target -> target.getPackageName().startsWith("io.daybook"))
            .filter(target -> !target.isInterface())
            .forEach(left::add);
      }
    }
    return reached;
  }

  private static final class AsksByCall {
    Instant at() {
      return Instant.now();
    }
  }

  private static final class AsksByReference {
    Supplier<Instant> at() {
      return Instant::now;
    }
  }

  private static final class AsksByDate {
    Date at() {
      return new Date();
    }
  }

  private static final class AsksByTick {
    Clock at() {
      return Clock.tick(Clock.systemUTC(), Duration.ofSeconds(1));
    }
  }

  private static final class AsksByMonth {
    YearMonth at() {
      return YearMonth.now(java.time.ZoneOffset.UTC);
    }
  }

  private static final class AsksTheSystem {
    long at() {
      return System.currentTimeMillis();
    }
  }

  private static final class ThrowsDice {
    UUID decide() {
      return new Dice().thrown();
    }
  }

  private static final class Dice {
    UUID thrown() {
      return UUID.randomUUID();
    }
  }
}
