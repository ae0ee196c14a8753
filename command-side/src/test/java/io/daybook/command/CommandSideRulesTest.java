package io.daybook.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;

/// The plan of the command side. A rule that matches no class fails.
class CommandSideRulesTest {
  private static final JavaClasses COMMAND_SIDE =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("io.daybook.command");

  @Test
  void who_decides_does_not_know_http() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook.command.*")
        .and()
        .resideOutsideOfPackage("io.daybook.command.dispatch")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.daybook.http..",
            "io.daybook.command.*.http..",
            "org.springframework.http..",
            "org.springframework.web..",
            "jakarta.servlet..")
        .check(COMMAND_SIDE);
  }

  @Test
  void what_serves_http_is_in_a_package_of_that_name() {
    classes()
        .that()
        .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
        .or()
        .implement("io.daybook.http.RouteTable")
        .or()
        .implement("io.daybook.http.CommandAnswer")
        .should()
        .resideInAPackage("io.daybook.command.*.http")
        .check(COMMAND_SIDE);
  }

  /// The type is stored with every event: it must not follow from the name of the class.
  @Test
  void an_aggregate_says_the_type_that_is_stored() {
    classes()
        .that()
        .areAnnotatedWith(Aggregate.class)
        .should()
        .beAnnotatedWith(
            DescribedPredicate.describe(
                "@Aggregate with a type",
                (JavaAnnotation<?> annotation) ->
                    annotation.getRawType().isEquivalentTo(Aggregate.class)
                        && !annotation.get("type").orElse("").equals("")))
        .check(COMMAND_SIDE);
  }
}
