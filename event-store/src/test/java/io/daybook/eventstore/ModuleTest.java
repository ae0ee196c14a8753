package io.daybook.eventstore;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.daybook", importOptions = DoNotIncludeTests.class)
class ModuleTest {

  @ArchTest
  static final ArchRule the_module_knows_no_domain =
      noClasses()
          .that()
          .resideInAPackage("io.daybook.eventstore..")
          .should()
          .dependOnClassesThat(
              describe(
                  "belong to the rest of Daybook",
                  (JavaClass type) ->
                      type.getPackageName().startsWith("io.daybook.")
                          && !type.getPackageName().startsWith("io.daybook.eventstore")));

  @ArchTest
  static final ArchRule the_root_package_does_not_know_the_others =
      noClasses()
          .that()
          .resideInAPackage("io.daybook.eventstore")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.daybook.eventstore.*");

  @ArchTest
  static final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses().should().callMethod(java.time.Instant.class, "now");
}
