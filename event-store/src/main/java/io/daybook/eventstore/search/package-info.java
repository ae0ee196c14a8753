/// Finds events of the whole store, for those who audit it: by tenant, stream, type, time, and labels that the application
/// takes from metadata. An index is filled behind the writer, so that no append pays for it.
@NullMarked
@PublicApi
package io.daybook.eventstore.search;

import io.daybook.eventstore.PublicApi;
import org.jspecify.annotations.NullMarked;
