package io.daybook.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/// The defaults that db-scheduler should have here. Anything else that sets one of them wins.
public final class AgendaDefaults implements EnvironmentPostProcessor {
  private static final String DEFAULTS = "io/daybook/agenda/agenda-defaults.properties";

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
  }
}
