package io.daybook.eventstore.axon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test of Axon's that does not hold on this engine, and why. It is run nevertheless, and has to fail.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Differs.All.class)
@ExtendWith(DifferencesHold.class)
public @interface Differs {

  /// The method of the test.
  String in();

  /// A sentence of the README, under "What is different from Axon's engines".
  String because();

  /// All differences of a suite.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @ExtendWith(DifferencesHold.class)
  @interface All {
    Differs[] value();
  }
}
