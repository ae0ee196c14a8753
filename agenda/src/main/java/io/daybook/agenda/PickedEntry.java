package io.daybook.agenda;

/// An entry whose task is running. Its version tells whether it was replaced in the meantime.
record PickedEntry(AgendaEntry entry, long version) {}
