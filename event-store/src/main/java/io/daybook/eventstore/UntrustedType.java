package io.daybook.eventstore;

import org.axonframework.serialization.SerializationException;

/// A value names its class (`@JsonTypeInfo`), and that class would not be read again. Nothing is written.
final class UntrustedType extends SerializationException {

  UntrustedType(String type, Throwable cause) {
    super(
        "%s would be stored by the name of its class, which is in no package that is trusted when it is read: add its package to daybook.engine.trusted-packages"
            .formatted(type),
        cause);
  }
}
