/// The shop of the Northwind files: its catalogue, its customers, and their orders.
@NullMarked
package io.daybook.app.imports.northwind;

import org.jspecify.annotations.NullMarked;
