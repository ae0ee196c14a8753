package io.daybook.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The revision of a stored event's shape; 1 where it is absent. It belongs on the event record
/// itself. A changed shape takes a new revision and an upcaster from the old one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {
  int value();
}
