package io.daybook.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.PublicApi;

/// Other modules use those packages of the event store that are declared as its API, tests included.
@AnalyzeClasses(packages = "io.daybook")
class EngineApiTest {
  private static final String ENGINE = "io.daybook.eventstore";

  private static final DescribedPredicate<JavaClass> INTERNAL =
      describe(
          "belong to a package of the event store without @PublicApi",
          type ->
              type.getPackageName().startsWith(ENGINE)
                  && !type.getPackage().isAnnotatedWith(PublicApi.class));

  @ArchTest
  static final ArchRule nobody_outside_of_the_event_store_depends_on_an_internal_package =
      noClasses()
          .that()
          .resideOutsideOfPackage(ENGINE + "..")
          .should()
          .dependOnClassesThat(INTERNAL);

  @ArchTest
  static final ArchRule the_annotation_is_read_from_the_root_package =
      classes().that().belongToAnyOf(Claims.class).should(bePublic());

  private static ArchCondition<JavaClass> bePublic() {
    return be(DescribedPredicate.not(INTERNAL).as("in a public package"));
  }

  @ArchTest
  static final ArchRule the_writer_is_internal =
      classes().that().resideInAPackage(ENGINE + ".append").should(be(INTERNAL));
}
