/// A capability that docs/adding-a-capability.md adds step by step. It is of the tests' own, in one package
/// where a real one has one in each module, and out of reach of the program's scan.
@NullMarked
package com.example.review;

import org.jspecify.annotations.NullMarked;
