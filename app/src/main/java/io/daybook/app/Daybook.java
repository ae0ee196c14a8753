package io.daybook.app;

import io.daybook.app.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The program. Its arguments are the command line's: `daybook start`, `daybook status`, …
@SpringBootApplication(scanBasePackages = "io.daybook")
@ConfigurationPropertiesScan("io.daybook")
public class Daybook {
  public static void main(String[] arguments) {
    System.exit(Cli.run(arguments));
  }
}
