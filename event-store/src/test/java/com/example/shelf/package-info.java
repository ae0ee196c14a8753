/// A projection out of reach of the application's scan.
@NullMarked
package com.example.shelf;

import org.jspecify.annotations.NullMarked;
