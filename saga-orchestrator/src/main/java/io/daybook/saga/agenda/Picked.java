package io.daybook.saga.agenda;

/// An entry that is being done. Its version tells whether it was replaced meanwhile.
record Picked(AgendaEntry entry, long version) {}
