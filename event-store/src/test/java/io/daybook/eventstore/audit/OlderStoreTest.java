package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampApplication;
import com.example.lamp.LampCommand;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verdict.Tampered;
import io.daybook.eventstore.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A whole application on a database that was last used before there was a Merkle log, with later
/// migrations of others in it.
class OlderStoreTest {

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient sql = JdbcClient.create(database.dataSource());

  @Test
  void it_is_migrated_and_adopted_and_verified_with_the_key_of_the_installation() throws Exception {
    try (Rig rig = Rig.withoutLog(database.dataSource())) {
      rig.append("shop/lamp_old", 0, 10);
    }
    goBack();
    assertThat(hasLog()).isFalse();

    try (ConfigurableApplicationContext application = start("--daybook.engine.audit=true")) {
      await().until(() -> unsealed() == 0);
      install(application, "shop/lamp_new");
    }

    assertThat(hasLog()).isTrue();
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Intact.class,
            intact -> {
              assertThat(intact.adopted()).containsExactly(new Range(1, 10));
              assertThat(intact.unsealed()).isZero();
              assertThat(intact.head().position()).isEqualTo(11);
            });
    sql.sql("UPDATE event_store.event SET payload = '{}' WHERE position = 4").update();
    assertThat(verdict()).isEqualTo(new Tampered(Finding.EDITED, 4, 1, 10));
  }

  @Test
  void without_the_log_nothing_is_sealed_and_no_key_is_made() throws Exception {
    try (ConfigurableApplicationContext application = start("--daybook.engine.audit=false")) {
      install(application, "shop/lamp_new");
      assertThat(application.getBeanProvider(MerkleLog.class).getIfAvailable()).isNull();
    }

    assertThat(unsealed()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  private boolean hasLog() throws SQLException {
    return new Verification(database.dataSource(), new TrustedKeys(List.of())).hasLog();
  }

  private void goBack() {
    sql.sql("DROP TABLE event_store.seal, event_store.signing_key").update();
    sql.sql("ALTER TABLE event_store.head DROP COLUMN sealed_position, DROP COLUMN seal").update();
    sql.sql("DELETE FROM flyway_schema_history WHERE version = '005'").update();
    sql.sql(
            """
            INSERT INTO flyway_schema_history
            SELECT 1000, '900', 'of an application', type, 'V900__of_an_application.sql', checksum,
                   installed_by, installed_on, execution_time, success
            FROM flyway_schema_history WHERE version = '004'
            """)
        .update();
  }

  private ConfigurableApplicationContext start(String audit) {
    return new SpringApplicationBuilder(LampApplication.class)
        .run(
            "--spring.datasource.url=" + database.url(),
            "--spring.flyway.ignore-migration-patterns=*:future",
            "--management.defaults.metrics.export.enabled=false",
            "--daybook.engine.audit-keys=" + folder.resolve("keys"),
            audit);
  }

  private static void install(ConfigurableApplicationContext application, String lamp) {
    application.getBean(CommandGateway.class).sendAndWait(new LampCommand.Install(lamp, "kitchen"));
  }

  private long unsealed() {
    return sql.sql("SELECT position - sealed_position FROM event_store.head")
        .query(Long.class)
        .single();
  }

  private Verdict verdict() throws Exception {
    TrustedKeys keys = KeyFolder.at(folder.resolve("keys")).trusted();
    return new Verification(database.dataSource(), keys)
        .run(VerifiedPrefix.NOTHING, null, (checked, last) -> {});
  }
}
