/// Customers: who may order, where it is sent, and what is forgotten on request.
@NullMarked
package io.daybook.customer;

import org.jspecify.annotations.NullMarked;
