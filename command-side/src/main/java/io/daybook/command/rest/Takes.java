package io.daybook.command.rest;

import io.daybook.kernel.Command;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The command that a route takes. Its fields come from the path and from the JSON body.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {
  Class<? extends Command> value();

  /// The field of an id that is made up where the caller brings none.
  String generates() default "";

  /// The field of an id that the one which is made up has its UUID from, if the caller gives it: an
  /// order's payment, say.
  String derivedFrom() default "";

  /// What the route does, for the API's documentation.
  String summary();
}
