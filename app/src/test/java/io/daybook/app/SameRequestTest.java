package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred callers send one and the same request, under one key, and the program is killed meanwhile.
class SameRequestTest {
  private static final int CALLERS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PAUSE_MILLIS = 50;
  private static final int IN_USE = 409;

  private record Told(int status, String position, String body) {}

  @TempDir private Path folder;

  private final AtomicReference<String> server = new AtomicReference<>("");
  private final CountDownLatch restarted = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  @Test
  void it_has_one_effect_and_one_answer() throws Exception {
    String id = "cat_" + UUID.randomUUID();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        Callers calls = new Callers()) {
      List<Future<List<Told>>> all;
      try (ChildProgram program = ChildProgram.start(folder)) {
        server.set(program.awaitRunning().url());
        all = ask(callers, calls, id);
        assertThat(answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        program.kill();
      }
      try (ChildProgram program = ChildProgram.start(folder)) {
        server.set(program.awaitRunning().url());
        restarted.countDown();
        List<Told> answers = all.stream().flatMap(it -> join(it).stream()).distinct().toList();
        over.countDown();

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(
                new DataDatabase(folder)
                    .number(
                        "SELECT count(*) FROM event_store.event WHERE stream LIKE '%" + id + "'"))
            .isEqualTo(1);
      }
    }
  }

  private List<Future<List<Told>>> ask(ExecutorService callers, Callers calls, String id) {
    return IntStream.range(0, CALLERS)
        .<Future<List<Told>>>mapToObj(
            n ->
                callers.submit(
                    (Callable<List<Told>>) () -> List.of(ask(calls, id), again(calls, id))))
        .toList();
  }

  /// After the crash.
  private Told again(Callers calls, String id) throws InterruptedException {
    assertThat(restarted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return ask(calls, id);
  }

  /// As often as it takes.
  private Told ask(Callers calls, String id) throws InterruptedException {
    while (true) {
      try {
        HttpResponse<String> answer = calls.create(server.get(), id);
        if (answer.statusCode() != IN_USE) {
          answered.countDown();
          return told(answer);
        }
        over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (IOException dead) {
        assertThat(restarted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static Told told(HttpResponse<String> answer) {
    return new Told(
        answer.statusCode(),
        answer.headers().firstValue("Daybook-Position").orElse(""),
        answer.body());
  }

  private static <T> T join(Future<T> future) {
    Awaitility.await().atMost(PATIENCE).until(future::isDone);
    return future.resultNow();
  }
}
