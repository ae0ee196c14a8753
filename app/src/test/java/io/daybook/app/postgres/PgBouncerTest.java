package io.daybook.app.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.eventstore.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pooler itself, on machines that have it.
class PgBouncerTest {
  private static final Logger LOG = LoggerFactory.getLogger(PgBouncerTest.class);

  private final PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh();

  @TempDir private Path folder;

  @BeforeEach
  void look() throws Exception {
    if (PgBouncer.installed().isEmpty()) {
      LOG.warn("LEFT OUT: there is no pgbouncer on the PATH, so nothing is tried behind one");
    }
    assumeTrue(PgBouncer.installed().isPresent(), "pgbouncer on the PATH");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void it_is_refused_where_it_shares_sessions() throws Exception {
    try (PgBouncer pooler = PgBouncer.start(folder, port(), "transaction")) {
      assertThatThrownBy(() -> SharedSessions.refuse(pooler.address(database.getDatabaseName())))
          .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
          .extracting(Failure::code)
          .isEqualTo(ExitCode.DATABASE_REFUSED);
    }
  }

  @Test
  void it_will_do_where_each_client_has_a_session_of_its_own() throws Exception {
    try (PgBouncer pooler = PgBouncer.start(folder, port(), "session")) {
      assertThatCode(() -> SharedSessions.refuse(pooler.address(database.getDatabaseName())))
          .doesNotThrowAnyException();
    }
  }

  private int port() {
    return database.getPortNumbers()[0];
  }
}
