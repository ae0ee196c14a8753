/// A program with events that are large beside its memory.
@NullMarked
package com.example.heap;

import org.jspecify.annotations.NullMarked;
