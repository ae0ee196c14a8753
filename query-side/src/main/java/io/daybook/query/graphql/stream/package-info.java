/// What stays open: sockets and server-sent events, how many there may be, and what is sent on them.
@NullMarked
package io.daybook.query.graphql.stream;

import org.jspecify.annotations.NullMarked;
