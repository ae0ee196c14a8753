/// A domain of lamps, for the tests: the module itself must do without any.
@NullMarked
package com.example.lamp;

import org.jspecify.annotations.NullMarked;
