package io.daybook.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.daybook.eventstore.batch.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How entries are written and removed with a batch, many in one statement.
final class AgendaWrites {
  /// The primary key.
  record Name(String kind, String instance) {}

  /// @param delayMicros until it is due, by the tenant's clock
  record Due(Name name, String data, Instant at, long delayMicros) {
    static Due of(AgendaEntry entry, Instant now) {
      byte[] data = requireNonNull(EntryData.JSON.serialize(EntryData.of(entry)));
      return new Due(
          new Name(entry.kind(), entry.instance()),
          new String(data, UTF_8),
          entry.due(),
          ChronoUnit.MICROS.between(now, entry.due()));
    }
  }

  static final Write<Due> INSERT =
      Write.<Due>to(
              """
              INSERT INTO process.agenda
                (task_name, task_instance, task_data, due_at, execution_time, picked, version)
              SELECT kind, instance, convert_to(data, 'UTF8'), due,
                now() + delay * interval '1 microsecond', false, 1
              FROM :rows AS entry
              ON CONFLICT (task_name, task_instance) DO NOTHING
              """)
          .key(Due::name)
          .text("kind", due -> due.name().kind())
          .text("instance", due -> due.name().instance())
          .text("data", Due::data)
          .time("due", Due::at)
          .number("delay", Due::delayMicros);

  static final Write<Name> REMOVE =
      Write.<Name>to(
              """
              DELETE FROM process.agenda AS known USING :rows AS entry
              WHERE known.task_name = entry.kind AND known.task_instance = entry.instance
                AND NOT known.picked
              """)
          .key(name -> name)
          .text("kind", Name::kind)
          .text("instance", Name::instance);

  private AgendaWrites() {}
}
