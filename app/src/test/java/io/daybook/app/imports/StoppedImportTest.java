package io.daybook.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.ChildProgram;
import io.daybook.app.ExitCode;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.imports.csv.Defects;
import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.OrderId;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However an import is stopped, the same command ends it with the same figures.
class StoppedImportTest {
  private static final int ROWS = 150;
  private static final int MIDDLE = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  @TempDir private Path data;
  private GeneratedPurchases file;

  @BeforeEach
  void write() throws IOException {
    file = GeneratedPurchases.write(folder.resolve("some.csv"), ROWS);
  }

  @Test
  void killed_with_its_server() throws Exception {
    try (ChildProgram program = slowImport()) {
      awaitMiddle(URI.create(program.awaitRunning().url()));
      program.kill();
      assertThat(program.exitStatus()).isNotZero();
    }
    assertComplete(ImportCall.of("purchases", file.file(), data));
  }

  @Test
  void stopped_by_ctrl_c() throws Exception {
    try (ChildProgram program = slowImport()) {
      awaitMiddle(URI.create(program.awaitRunning().url()));
      program.pressCtrlC();
      assertThat(program.exitStatus()).as(program::text).isEqualTo(ExitCode.INTERRUPTED.status());
      assertThat(program.text()).contains("the same command goes on");
    }
    assertComplete(ImportCall.of("purchases", file.file(), data));
  }

  @Test
  void its_server_is_killed_and_started_again() throws Exception {
    String port = Integer.toString(freePort());
    try (ChildProgram server = ChildProgram.run(data, "start", "--port", port)) {
      URI url = URI.create(server.awaitRunning().url());
      try (ChildProgram program = slowImport()) {
        awaitMiddle(url);
        server.kill();
        try (ChildProgram restarted = ChildProgram.run(data, "start", "--port", port)) {
          restarted.awaitRunning();
          int status = program.exitStatus();
          assertComplete(new ImportCall(status, program.text()));
        }
      }
    }
  }

  private ChildProgram slowImport() throws IOException {
    return ChildProgram.run(
        data,
        "import",
        "--format",
        "purchases",
        file.file().toString(),
        "--port",
        "0",
        "--at-once",
        "2");
  }

  private void awaitMiddle(URI server) {
    DerivedIds ids = new DerivedIds(TenantId.DEFAULT, "purchases");
    OrderId middle =
        Format.purchases
            .read(file.file(), ids, LocalDate.of(2026, 11, 26), new Defects(null))
            .order(MIDDLE)
            .orderId();
    Sender staff = new Sender(TenantId.DEFAULT, Actor.staff("import"), null);
    try (ShopClient client = new ShopClient(server)) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> client.order(staff, middle).isPresent());
    }
  }

  private void assertComplete(ImportCall call) {
    assertThat(call.status()).as(call.out()).isZero();
    assertThat(call.figures())
        .contains(
            "orders %1$d %1$d OK".formatted(file.sold()),
            "amount %1$,.2f USD %1$,.2f USD OK".formatted(file.amount()),
            "refused %1$d %1$d OK".formatted(file.free().size()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
