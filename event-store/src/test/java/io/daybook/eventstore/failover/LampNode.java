package io.daybook.eventstore.failover;

import static org.awaitility.Awaitility.await;

import com.example.lamp.LampApplication;
import com.example.lamp.LampCommand;
import com.example.lamp.Rooms;
import io.daybook.eventstore.Positions;
import io.daybook.eventstore.StoredTokens;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One node of an application, started like any other.
record LampNode(ConfigurableApplicationContext context) implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  static LampNode start(String url, String... settings) {
    String[] all = new String[settings.length + 2];
    all[0] = "--spring.datasource.url=" + url;
    all[1] = "--spring.datasource.hikari.maximum-pool-size=8";
    System.arraycopy(settings, 0, all, 2, settings.length);
    return new LampNode(
        new SpringApplicationBuilder(LampApplication.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .run(all));
  }

  private CommandGateway commands() {
    return context.getBean(CommandGateway.class);
  }

  String install(String room) {
    String lamp = "shop/lamp_" + UUID.randomUUID();
    commands().sendAndWait(new LampCommand.Install(lamp, room));
    return lamp;
  }

  /// However long the database is away.
  String installAtLast(String room) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> install(room), lamp -> !lamp.isEmpty());
  }

  void light(String lamp, int brightness) {
    commands().sendAndWait(new LampCommand.Light(lamp, brightness));
  }

  /// How many events of a lamp its projection was given here.
  int seenOf(String lamp) {
    return context.getBean(Rooms.class).seenOf(lamp).size();
  }

  /// Whether the stored tokens of a processor say that it has come to the end of the store, and no further.
  boolean hasReached(String processor) {
    long head = bean(Positions.class).head();
    return bean(StoredTokens.class).of(processor).values().stream()
        .allMatch(token -> token.position().orElse(0) == head);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
