package com.example.lamp;

import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.Write;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A projection that writes in batches. Its table does not take a brightness of 13, and nothing at all
/// while `lamp.outage` has a row.
@Component
@DependsOnDatabaseInitialization
@ProcessingGroup(Ledger.PROCESSOR)
public class Ledger {
  public static final String PROCESSOR = "projection-ledger";

  /// The brightness that is refused.
  public static final int REFUSED = 13;

  /// The brightness that cannot even be sent to PostgreSQL.
  public static final int UNSENDABLE = -13;

  private static final Write<LampEvent.Lit> LIT =
      Write.<LampEvent.Lit>to(
              """
              INSERT INTO lamp.ledger AS known (lamp, brightness, times)
              SELECT lamp, brightness, 1 FROM :rows AS lit
              ON CONFLICT (lamp) DO UPDATE
              SET brightness = excluded.brightness, times = known.times + 1
              """)
          .key(LampEvent.Lit::lamp)
          .text("lamp", LampEvent.Lit::lamp)
          .integer("brightness", Ledger::sendable);

  private static int sendable(LampEvent.Lit lit) {
    if (lit.brightness() == UNSENDABLE) {
      throw new ArithmeticException("no such brightness");
    }
    return lit.brightness();
  }

  public final List<LampEvent> told = new CopyOnWriteArrayList<>();
  public final List<String> installed = new CopyOnWriteArrayList<>();

  Ledger(JdbcClient database) {
    if (!isThere(database)) {
      create(database);
    }
  }

  /// Another node was first.
  private static boolean isThere(JdbcClient database) {
    return database.sql("SELECT to_regnamespace('lamp') IS NOT NULL").query(Boolean.class).single();
  }

  private static void create(JdbcClient database) {
    database
        .sql(
            """
            CREATE SCHEMA lamp;
            CREATE TABLE lamp.ledger (
              lamp text PRIMARY KEY,
              brightness integer NOT NULL CONSTRAINT lucky CHECK (brightness <> 13),
              times integer NOT NULL);
            CREATE TABLE lamp.outage (id integer);
            CREATE SEQUENCE lamp.failures;
            CREATE FUNCTION lamp.fail() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT FROM lamp.outage) THEN
                PERFORM nextval('lamp.failures');
                RAISE EXCEPTION 'an outage' USING ERRCODE = '57P05';
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER fail BEFORE INSERT ON lamp.ledger EXECUTE FUNCTION lamp.fail();
            """)
        .update();
  }

  @EventHandler
  void on(LampEvent.Installed event) {
    installed.add(event.lamp());
  }

  @EventHandler
  void on(LampEvent.Lit event, Batch batch) {
    batch.add(LIT, event);
    batch.afterCommit(() -> told.add(event));
  }
}
