/// How processors handle events in batches: the rows of a projection are collected for all events of a
/// transaction and written in few statements.
@NullMarked
@PublicApi
package io.daybook.eventstore.batch;

import io.daybook.eventstore.PublicApi;
import org.jspecify.annotations.NullMarked;
