package io.daybook.saga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.saga.payment.PaymentGateway;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;

@AnalyzeClasses(packages = "io.daybook.saga", importOptions = DoNotIncludeTests.class)
class ModuleTest {

  @ArchTest
  static final ArchRule processes_know_neither_commands_handlers_nor_projections =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.daybook.command..", "io.daybook.query..", "io.daybook.app..");

  @ArchTest
  static final ArchRule every_command_leaves_by_the_same_door =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ProcessCommands.class.getName())
          .and()
          .resideOutsideOfPackage("io.daybook.saga.autoconfigure")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CommandGateway.class);

  @ArchTest
  static final ArchRule a_gateway_is_an_outside_system_and_sends_no_commands =
      classes()
          .that()
          .implement(PaymentGateway.class)
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("io.daybook.saga", "io.daybook.agenda..");

  @ArchTest
  static final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses().should().callMethod(Instant.class, "now");
}
