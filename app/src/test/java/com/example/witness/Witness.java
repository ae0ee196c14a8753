package com.example.witness;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A projection that can be held up, and that cannot stand some names.
@ProcessingGroup(Witness.PROCESSOR)
public class Witness {
  public static final String PROCESSOR = "projection-witness";
  public static final String POISON = "poison";

  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
  private static final int OPEN = 1_000_000;

  private final JdbcClient database;
  private final Semaphore gate = new Semaphore(OPEN);
  private volatile boolean healthy;

  Witness(JdbcClient database) {
    this.database = database;
    database.sql("CREATE TABLE public.witness (name text NOT NULL)").update();
  }

  @EventHandler
  void on(CategoryCreated event) {
    gate.acquireUninterruptibly();
    if (event.name().startsWith(POISON) && !healthy) {
      throw new IllegalStateException("cannot stand " + event.name());
    }
    database.sql("INSERT INTO public.witness VALUES (?)").param(event.name()).update();
    LOG.info("witnessed {}", event.name());
  }

  @ResetHandler
  void reset() {
    forget();
  }

  public void forget() {
    database.sql("DELETE FROM public.witness").update();
  }

  public List<String> names() {
    return database.sql("SELECT name FROM public.witness").query(String.class).list();
  }

  public void heal(boolean cured) {
    healthy = cured;
  }

  /// Only so many more events are let through.
  public void allow(int events) {
    gate.drainPermits();
    gate.release(events);
  }

  public void open() {
    allow(OPEN);
  }
}
