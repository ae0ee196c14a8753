/// The query side: tables projected from the events, and the GraphQL API that reads them.
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
