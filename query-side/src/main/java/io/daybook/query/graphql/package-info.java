/// What all GraphQL fields share: the tenant, connections, scalars, limits, history and live updates.
@NullMarked
package io.daybook.query.graphql;

import org.jspecify.annotations.NullMarked;
