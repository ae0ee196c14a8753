package io.daybook.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The plan of the house. A rule that matches no class fails: after a renaming it would hold nothing.
class HouseRulesTest {
  private static final String STORE = "io.daybook.eventstore..";
  private static final String EDGE = "io.daybook.http..";
  private static final String AGENDA = "io.daybook.agenda..";

  /// What a module may know beside itself and the vocabulary.
  private static final Map<String, Set<String>> KNOWS =
      Map.of(
          "agenda", Set.of(STORE),
          "http", Set.of(STORE),
          "command", Set.of(STORE, EDGE),
          "query", Set.of(STORE),
          "saga", Set.of(STORE, AGENDA));

  static Stream<String> modules() {
    return KNOWS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_knows_the_vocabulary_and_what_lies_below_it(String module) {
    String own = "io.daybook." + module + "..";
    String[] below = KNOWS.get(module).toArray(String[]::new);
    DescribedPredicate<JavaClass> strangers =
        resideInAPackage("io.daybook..")
            .and(not(resideInAnyPackage(House.VOCABULARY)))
            .and(not(resideInAnyPackage(below)))
            .and(not(resideInAPackage(own)));
    noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat(are(strangers).as("are of another module"))
        .check(House.CLASSES);
  }

  @Test
  void the_event_store_knows_no_domain() {
    noClasses()
        .that()
        .resideInAPackage(STORE)
        .should()
        .dependOnClassesThat(resideInAPackage("io.daybook..").and(not(resideInAPackage(STORE))))
        .check(House.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.springframework..", "org.axonframework..", "java.sql..", "javax.sql.."})
  void the_vocabulary_outlives_frameworks(String framework) {
    noClasses()
        .that()
        .resideInAnyPackage(House.VOCABULARY)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(framework)
        .check(House.CLASSES);
  }

  @Test
  void the_vocabulary_knows_no_module() {
    noClasses()
        .that()
        .resideInAnyPackage(House.VOCABULARY)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.daybook..").and(not(resideInAnyPackage(House.VOCABULARY))))
        .check(House.CLASSES);
  }

  @Test
  void no_two_capabilities_of_the_vocabulary_need_each_other() {
    slices().matching("io.daybook.(*)..").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void a_name_says_what_a_thing_is() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook..")
        .should()
        .haveNameMatching(".*(Impl|Dto|Manager|Helper|Utils?)")
        .check(House.CLASSES);
  }

  /// A stream of rows holds its connection until it is closed, and nobody closes what a chain of calls makes.
  @Test
  void rows_are_read_as_a_list() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook..")
        .should()
        .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
        .check(House.CLASSES);
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
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(House.CLASSES));
  }
}
