@NullMarked
package io.daybook.app.imports.northwind;

import org.jspecify.annotations.NullMarked;
