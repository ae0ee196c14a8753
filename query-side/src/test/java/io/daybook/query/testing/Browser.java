package io.daybook.query.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window, led through its DevTools protocol. It asks nobody but the page's server.
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox", // it may be started as root, and sees this machine's pages only
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
          "--remote-debugging-port=0");

  private final Process process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final WebSocket page;
  private int sent;

  private Browser(Process process, URI page) {
    this.process = process;
    this.page = ReadTest.HTTP.newWebSocketBuilder().buildAsync(page, new Listener(answers)).join();
  }

  /// Whether there is one on this machine.
  public static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// @param folder empty, for its profile
  public static Browser open(Path program, Path folder, URI address) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(QUIET);
    command.add("--user-data-dir=" + folder);
    command.add(address.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new Browser(process, page(folder));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI page(Path folder) {
    Path active = folder.resolve("DevToolsActivePort");
    String port = await().atMost(PATIENCE).until(() -> firstLine(active), line -> !line.isEmpty());
    URI tabs = URI.create("http://localhost:" + port + "/json/list");
    return await()
        .atMost(PATIENCE)
        .until(() -> pageOf(JsonMapper.shared().readTree(ReadTest.body(tabs))), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<URI> pageOf(JsonNode tabs) {
    return tabs.valueStream()
        .filter(tab -> tab.path("type").asString("").equals("page"))
        .map(tab -> URI.create(tab.get("webSocketDebuggerUrl").asString()))
        .findFirst();
  }

  private static String firstLine(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).lines().findFirst().orElse("") : "";
  }

  /// What an expression of JavaScript is worth on the page.
  public JsonNode evaluate(String expression) throws InterruptedException {
    int id = ++sent;
    Map<String, Object> call =
        Map.of(
            "id",
            id,
            "method",
            "Runtime.evaluate",
            "params",
            Map.of("expression", expression, "returnByValue", true));
    page.sendText(JsonMapper.shared().writeValueAsString(call), true).join();
    @Nullable String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (answer == null) {
      throw new IllegalStateException("The browser does not answer");
    }
    return JsonMapper.shared().readTree(answer).at("/result/result/value");
  }

  @Override
  public void close() {
    page.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }

  /// No events are asked for, so every message is the answer to the call before.
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> answers;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket page, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        answers.add(text.toString());
        text.setLength(0);
      }
      page.request(1);
      return null;
    }
  }
}
