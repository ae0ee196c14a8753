/// A projection and a process of the tests' own, out of reach of the program's scan.
@NullMarked
package com.example.witness;

import org.jspecify.annotations.NullMarked;
