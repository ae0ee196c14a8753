package com.example.lamp;

import io.daybook.eventstore.testing.TestDatabase;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole application on a database of its own, started once for all tests that extend this.
@SpringBootTest(classes = LampApplication.class)
public abstract class LampTest {

  @Autowired protected CommandGateway commands;
  @Autowired protected JdbcClient database;
  @Autowired protected Rooms rooms;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.create().url();
    properties.add("spring.datasource.url", () -> url);
    properties.add("daybook.engine.segments", () -> "2"); // shares that may race
  }

  protected static String newLamp() {
    return "shop/lamp_" + UUID.randomUUID();
  }

  protected String installed() {
    String lamp = newLamp();
    commands.sendAndWait(new LampCommand.Install(lamp, "kitchen"));
    return lamp;
  }

  protected int light(String lamp, int brightness) {
    return commands.sendAndWait(new LampCommand.Light(lamp, brightness));
  }
}
