/// How reviews are read: `io.daybook.query.review` in query-side.
@NullMarked
package com.example.review.query;

import org.jspecify.annotations.NullMarked;
