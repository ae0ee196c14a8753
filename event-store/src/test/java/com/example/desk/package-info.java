/// A plain Axon application, made by the steps of the README of event-store and nothing else: migrations that begin
/// with 1, a table that is written by a subscribing processor, values that name their classes, events that are no
/// records. It has no JPA, which would be a large dependency for one test; its rows are written with JDBC.
@NullMarked
package com.example.desk;

import org.jspecify.annotations.NullMarked;
