package io.daybook.kernel;

/// A record that wraps one text, and is written as that text.
public interface SingleValue {
  String value();
}
