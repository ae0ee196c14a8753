package io.daybook.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The plan of the house. A rule that matches no class fails: after a renaming it would hold nothing.
class HouseRulesTest {
  private static final String[] VOCABULARY = {
    "io.daybook.kernel..",
    "io.daybook.customer..",
    "io.daybook.catalog..",
    "io.daybook.inventory..",
    "io.daybook.cart..",
    "io.daybook.order..",
    "io.daybook.payment.."
  };
  private static final Set<String> TIME_TYPES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/eventstore/testing/"))
          .importPackages("io.daybook");

  @ParameterizedTest
  @ValueSource(strings = {"command", "query", "saga"})
  void a_module_knows_the_vocabulary_and_the_store_and_no_other_module(String module) {
    String own = "io.daybook." + module + "..";
    DescribedPredicate<JavaClass> strangers =
        resideInAPackage("io.daybook..")
            .and(DescribedPredicate.not(resideInAnyPackage(VOCABULARY)))
            .and(DescribedPredicate.not(resideInAnyPackage("io.daybook.eventstore..", own)));
    noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat(are(strangers).as("are of another module"))
        .check(HOUSE);
  }

  @Test
  void the_event_store_knows_no_domain() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook.eventstore..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.daybook..")
                .and(DescribedPredicate.not(resideInAPackage("io.daybook.eventstore.."))))
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.springframework..", "org.axonframework..", "java.sql..", "javax.sql.."})
  void the_vocabulary_outlives_frameworks(String framework) {
    noClasses()
        .that()
        .resideInAnyPackage(VOCABULARY)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(framework)
        .check(HOUSE);
  }

  @Test
  void the_vocabulary_knows_no_module() {
    noClasses()
        .that()
        .resideInAnyPackage(VOCABULARY)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.daybook..")
                .and(DescribedPredicate.not(resideInAnyPackage(VOCABULARY))))
        .check(HOUSE);
  }

  @Test
  void only_the_clock_asks_for_the_time() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook..")
        .and()
        .doNotHaveFullyQualifiedName("io.daybook.kernel.SystemTenantClock")
        .should()
        .callMethodWhere(asksForTheTime())
        .check(HOUSE);
    classes()
        .that()
        .haveFullyQualifiedName("io.daybook.kernel.SystemTenantClock")
        .should()
        .callMethodWhere(asksForTheTime())
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
    return DescribedPredicate.describe(
        "asks the system for the time",
        call -> {
          String owner = call.getTargetOwner().getFullName();
          String method = call.getName();
          return switch (owner) {
            case "java.lang.System" -> method.equals("currentTimeMillis");
            case "java.time.Clock" -> method.startsWith("system");
            default -> method.equals("now") && TIME_TYPES.contains(owner);
          };
        });
  }

  @Test
  void an_aggregate_has_no_chance_and_no_database() {
    noClasses()
        .that()
        .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .check(HOUSE);
  }

  @Test
  void a_name_says_what_a_thing_is() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook..")
        .should()
        .haveNameMatching(".*(Impl|Dto|Manager|Helper|Utils?)")
        .check(HOUSE);
  }

  @Test
  void a_rule_that_matches_nothing_fails() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.daybook.nowhere..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java..");
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(HOUSE));
  }
}
