package io.daybook.agenda;

/// What is done when an entry of one kind is due. It runs at least once: after a failure, or if the
/// node dies before the entry is removed, it runs again.
public interface AgendaTask {
  /// The name of the kind in the table, for good.
  String kind();

  Completion run(AgendaEntry entry);
}
