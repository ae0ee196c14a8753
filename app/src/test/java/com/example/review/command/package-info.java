/// What decides on reviews: `io.daybook.command.review` in command-side.
@NullMarked
package com.example.review.command;

import org.jspecify.annotations.NullMarked;
