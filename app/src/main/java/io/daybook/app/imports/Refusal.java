package io.daybook.app.imports;

import io.daybook.app.client.Refused;

/// An order of the input that the server refused by its own rules.
public record Refusal(String code, String rule) {
  static Refusal of(Refused refused) {
    return new Refusal(refused.code(), refused.rule());
  }
}
