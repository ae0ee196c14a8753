package io.daybook.eventstore.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/// Changes defaults of Axon for every user of this module. They have the lowest precedence.
public final class QuietAxon implements EnvironmentPostProcessor {

  static final String DEFAULTS = "io/daybook/eventstore/axon-defaults.properties";

  /// Axon looks for these among the system properties only.
  static final List<String> SWITCHES =
      List.of("disable-axoniq-console-message", "axoniq.update-checker.disabled");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(new ResourcePropertySource(new ClassPathResource(DEFAULTS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SWITCHES.stream()
        .filter(name -> System.getProperty(name) == null)
        .forEach(name -> System.setProperty(name, "true"));
  }
}
