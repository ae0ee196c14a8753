package io.daybook.saga.payment;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.Completion;
import io.daybook.saga.AgendaKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// When an unknown outcome is looked up: with exponential back-off.
///
/// @param most the longest pause
/// @param giveUp after how long people must find it out
public record LookupSchedule(Duration first, Duration most, Duration giveUp) {
  private static final String SINCE = "since";
  private static final String ATTEMPT = "attempt";
  private static final int MOST_DOUBLINGS = 30;

  AgendaEntry first(GatewayRequest request, Instant now) {
    Map<String, String> data = request.toData();
    data.put(SINCE, now.toString());
    data.put(ATTEMPT, "1");
    return new AgendaEntry(
        AgendaKinds.PAYMENT_LOOKUP,
        request.cause().tenant(),
        request.payment().value() + "/" + request.idempotencyKey(),
        now.plus(first),
        data);
  }

  Completion next(AgendaEntry entry, Instant now) {
    if (Instant.parse(entry.get(SINCE)).plus(giveUp).isBefore(now)) {
      return Completion.REMOVE;
    }
    int attempt = Integer.parseInt(entry.get(ATTEMPT));
    Map<String, String> data = new LinkedHashMap<>(entry.data());
    data.put(ATTEMPT, Integer.toString(attempt + 1));
    return new Completion.Reschedule(now.plus(pause(attempt)), data);
  }

  private Duration pause(int attempt) {
    Duration pause = first.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
    return pause.compareTo(most) > 0 ? most : pause;
  }
}
