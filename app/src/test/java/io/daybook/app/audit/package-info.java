/// The command that verifies the store.
@org.jspecify.annotations.NullMarked
package io.daybook.app.audit;
