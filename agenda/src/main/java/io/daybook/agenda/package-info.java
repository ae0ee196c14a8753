/// One durable agenda for everything that is due: entries by kind, tenant and key, scanned by
/// index. db-scheduler works through its table. Any module may put its own kinds of entries on it.
@NullMarked
package io.daybook.agenda;

import org.jspecify.annotations.NullMarked;
