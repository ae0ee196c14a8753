package io.daybook.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.daybook", importOptions = ImportOption.DoNotIncludeTests.class)
class VocabularyRulesTest {

  @ArchTest
  static final ArchRule the_vocabulary_carries_no_framework =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "org.axonframework..", "java.sql..", "java.net..");

  @ArchTest
  static final ArchRule only_the_json_package_knows_jackson =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.daybook.kernel.json")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

  @ArchTest
  static final ArchRule events_and_commands_are_records =
      classes()
          .that()
          .areAssignableTo(Event.class)
          .or()
          .areAssignableTo(Command.class)
          .and()
          .areNotInterfaces()
          .should()
          .beRecords();

  @ArchTest
  static final ArchRule money_is_never_a_floating_point_number =
      noClasses().should().dependOnClassesThat().areAssignableTo(Double.class);
}
