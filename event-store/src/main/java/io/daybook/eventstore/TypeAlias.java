package io.daybook.eventstore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name under which snapshots of an aggregate, or the states of a saga, are stored. Without it that is
/// the name of the class, and whoever moves the class cannot read what is stored any more.
///
/// The revision stays that of Axon's `@Revision`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TypeAlias {

  /// Stored with every snapshot or saga that is written from now on.
  String value();

  /// Names under which it was stored earlier: they are read, and written no more.
  String[] formerly() default {};
}
