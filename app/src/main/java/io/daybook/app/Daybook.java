package io.daybook.app;

import io.daybook.app.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The program. Its arguments are the command line's: `daybook start`, `daybook status`, …
///
/// Beans are named by their whole class names, since modules do not know each other's. The event
/// store is left out of the scan: it is auto-configuration, whose order a scan would undo.
@SpringBootApplication(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    scanBasePackages = {
      "io.daybook.app",
      "io.daybook.http",
      "io.daybook.command",
      "io.daybook.saga",
      "io.daybook.query"
    })
@ConfigurationPropertiesScan("io.daybook.app")
public class Daybook {
  public static void main(String[] arguments) {
    System.exit(Cli.run(arguments));
  }
}
