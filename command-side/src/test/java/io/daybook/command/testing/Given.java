package io.daybook.command.testing;

import io.daybook.command.dispatch.Origins;
import io.daybook.command.dispatch.TenantStreams;
import io.daybook.http.Contexts;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Processes;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/// What every test of an aggregate starts from: a tenant, a time, and models of made-up events.
public final class Given {
  public static final TenantId TENANT = TenantId.DEFAULT;
  public static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  public static final Actor STAFF = Actor.staff("usr_7");
  public static final Actor CUSTOMER = new Actor(Actor.Kind.CUSTOMER, "cus_1");
  public static final Actor PROCESS = Processes.ORDER_PLACEMENT;

  private Given() {}

  public static <T> FixtureConfiguration<T> aggregate(Class<T> type, Object... resources) {
    AggregateTestFixture<T> fixture = new AggregateTestFixture<>(type);
    fixture.registerCommandTargetResolver(new TenantStreams());
    fixture.registerCommandHandlerInterceptor(
        new CorrelationDataInterceptor<>(List.of(new Origins())));
    for (Object resource : resources) {
      fixture.registerInjectableResource(resource);
    }
    return fixture;
  }

  /// Past events, with the metadata that they were stored with.
  public static List<EventMessage<?>> events(Event... events) {
    return Arrays.stream(events)
        .<EventMessage<?>>map(
            event -> new GenericEventMessage<>(event, Map.of(Meta.TENANT_ID, TENANT.value())))
        .toList();
  }

  public static MetaData by(Actor actor) {
    return by(actor, NOW);
  }

  public static MetaData by(Actor actor, Instant at) {
    return Contexts.metaData(TENANT, actor, null).and(Meta.AT, at.toString());
  }
}
