/// A suite of Axon's whose class is not public.
@NullMarked
package org.axonframework.eventhandling.tokenstore.jdbc;

import org.jspecify.annotations.NullMarked;
