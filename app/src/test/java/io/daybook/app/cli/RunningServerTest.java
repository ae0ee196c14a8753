package io.daybook.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.Categories;
import io.daybook.app.ChildProgram;
import io.daybook.app.ExitCode;
import io.daybook.app.ServerFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The commands as a user types them, each a process of its own, on one data directory.
@TestMethodOrder(OrderAnnotation.class)
class RunningServerTest {
  @TempDir private static Path folder;

  @Test
  @Order(1)
  void without_a_server_one_is_started_for_the_commands_own_time() throws Exception {
    new ServerFile(1, "http://127.0.0.1:1", "left behind").write(folder);
    try (RunningServer server = RunningServer.on(folder, 0)) {
      assertThat(server.isOwn()).isTrue();
      assertThat(get(server.baseUrl() + "/actuator/health/liveness")).isEqualTo(200);
      try (RunningServer guest = RunningServer.on(folder, 0)) {
        assertThat(guest.isOwn()).isFalse();
        assertThat(guest.baseUrl()).isEqualTo(server.baseUrl());
      }
      assertThat(get(server.baseUrl() + "/actuator/health/liveness")).isEqualTo(200);
    }
    assertThat(ServerFile.read(folder)).isEmpty();
  }

  @Test
  @Order(2)
  void status_and_replay_use_the_server_that_is_running() throws Exception {
    try (ChildProgram server = ChildProgram.start(folder)) {
      String url = server.awaitRunning().url();
      Categories.create(url, "Beverages");
      try (ChildProgram replay = ChildProgram.run(folder, "replay", "catalog")) {
        assertThat(replay.exitStatus()).as(replay::text).isEqualTo(ExitCode.OK.status());
        assertThat(replay.text()).contains("Replaying projection-catalog  1 of 1");
      }
      try (ChildProgram status = ChildProgram.run(folder, "status")) {
        assertThat(status.exitStatus()).as(status::text).isEqualTo(ExitCode.OK.status());
        assertThat(status.text()).contains(url, "projection-catalog", "running");
      }
      try (ChildProgram wrong = ChildProgram.run(folder, "replay", "nothing")) {
        assertThat(wrong.exitStatus()).isEqualTo(ExitCode.FAILED.status());
        assertThat(wrong.text()).contains("PROCESSOR_NOT_FOUND");
      }
    }
  }

  private static int get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
