package io.daybook.saga.payment;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.Completion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// When an outcome that is not known is looked up: after pauses that double, up to a longest one.
///
/// @param giveUp after how long it is left to people
public record LookupSchedule(Duration first, Duration most, Duration giveUp) {
  static final String KIND = "payment-lookup";

  private static final String SINCE = "since";
  private static final String ATTEMPT = "attempt";
  private static final int MOST_DOUBLINGS = 30;

  AgendaEntry first(Asked asked, Instant now) {
    Map<String, String> data = asked.remembered();
    data.put(SINCE, now.toString());
    data.put(ATTEMPT, "1");
    return new AgendaEntry(
        KIND,
        asked.cause().tenant(),
        asked.payment().value() + "/" + asked.idempotencyKey(),
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
