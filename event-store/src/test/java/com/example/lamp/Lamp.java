package com.example.lamp;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.eventstore.Claims;
import io.daybook.eventstore.EngineBeans;
import io.daybook.eventstore.TypeAlias;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@TypeAlias(value = Lamp.STORED_AS, formerly = Lamp.FORMERLY_STORED_AS)
@Aggregate(snapshotTriggerDefinition = "everyFifth", cache = EngineBeans.AGGREGATE_CACHE)
public class Lamp {

  public static final String STORED_AS = "lamp.Lamp";
  public static final String FORMERLY_STORED_AS = "com.example.attic.Lamp";

  private static final String SOCKET = "socket";

  @AggregateIdentifier private @Nullable String id;
  private int brightness;

  Lamp() {}

  @CommandHandler
  Lamp(LampCommand.Install command) {
    apply(new LampEvent.Installed(command.lamp(), command.room()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean handle(LampCommand.Provide command) {
    if (command.lit() && brightness == 0) {
      throw new TooDark();
    }
    if (id == null) {
      apply(new LampEvent.Installed(command.lamp(), "anywhere"));
      return true;
    }
    return false;
  }

  @CommandHandler
  int handle(LampCommand.Light command) {
    if (command.brightness() < 0) {
      throw new TooDark();
    }
    int before = brightness;
    apply(new LampEvent.Lit(command.lamp(), command.brightness()));
    return before;
  }

  @CommandHandler
  int handle(LampCommand.Brighten command) {
    apply(new LampEvent.Lit(command.lamp(), brightness + 1));
    return brightness;
  }

  @CommandHandler
  boolean handle(LampCommand.Dim command) {
    if (brightness == 0 && command.strictly()) {
      throw new TooDark();
    }
    if (brightness > 0) {
      apply(new LampEvent.Lit(command.lamp(), brightness - 1));
      return true;
    }
    return false;
  }

  @CommandHandler
  void handle(LampCommand.Overload command) {
    apply(new LampEvent.Lit(command.lamp(), Integer.MAX_VALUE));
    throw new TooBright();
  }

  @CommandHandler
  void handle(LampCommand.Plug command, Claims claims) {
    if (!claims.take("shop", SOCKET, command.socket(), command.lamp())) {
      throw new SocketTaken();
    }
    if (brightness > 0) {
      throw new TooBright();
    }
    apply(new LampEvent.Lit(command.lamp(), 0));
  }

  @CommandHandler
  void handle(LampCommand.Unplug command, Claims claims) {
    claims.release("shop", SOCKET, command.socket(), command.lamp());
    apply(new LampEvent.Lit(command.lamp(), 0));
  }

  @EventSourcingHandler
  void on(LampEvent event) {
    switch (event) {
      case LampEvent.Installed(var lamp, _) -> id = lamp;
      case LampEvent.Lit(_, var now) -> brightness = now;
    }
  }
}
