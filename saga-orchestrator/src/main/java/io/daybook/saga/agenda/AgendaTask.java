package io.daybook.saga.agenda;

/// What is done when an entry of one kind is due. It is done at least once: after a crash in the
/// middle, or a failure, it is done again.
public interface AgendaTask {
  String kind();

  Outcome run(AgendaEntry entry);
}
