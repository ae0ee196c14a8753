package io.daybook.agenda;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.daybook.agenda", importOptions = DoNotIncludeTests.class)
class ModuleTest {
  @ArchTest
  static final ArchRule the_agenda_knows_no_capability =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.daybook.command..",
              "io.daybook.saga..",
              "io.daybook.query..",
              "io.daybook.app..",
              "io.daybook.cart..",
              "io.daybook.order..",
              "io.daybook.payment..",
              "io.daybook.inventory..",
              "io.daybook.catalog..",
              "io.daybook.customer..");

  @ArchTest
  static final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses().should().callMethod(Instant.class, "now");
}
