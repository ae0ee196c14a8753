/// One durable agenda for everything that is due: entries by kind, tenant and key, scanned by index.
@NullMarked
package io.daybook.saga.agenda;

import org.jspecify.annotations.NullMarked;
