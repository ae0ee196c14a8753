package io.daybook.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name and revision under which an event is stored, for good. It belongs on the event record itself.
///
/// The name never changes, so that the record may be renamed and moved. A changed shape takes a new
/// revision and an upcaster from the old one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
  /// The capability and the event, such as `order.OrderPlaced`.
  String value();

  int revision() default 1;
}
