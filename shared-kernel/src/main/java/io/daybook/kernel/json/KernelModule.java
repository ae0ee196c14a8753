package io.daybook.kernel.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.kernel.Changes;
import io.daybook.kernel.Money;
import io.daybook.kernel.SingleValue;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;

/// Ids and other single values are JSON strings; money is `{"amountMinor":1299,"currency":"EUR"}`; of
/// changes only what changed is there.
public final class KernelModule extends JacksonModule {

  @Override
  public String getModuleName() {
    return "daybook-kernel";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addDeserializers(new SingleValues());
    context.setMixIn(SingleValue.class, Text.class);
    context.setMixIn(Money.class, Amount.class);
    context.setMixIn(Changes.class, WhatChanged.class);
  }

  interface Text {
    @JsonValue
    String value();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  interface WhatChanged {}

  /// Only the two components; `isZero()` and its like are no properties.
  abstract static class Amount {
    @JsonIgnore
    abstract boolean isZero();

    @JsonIgnore
    abstract boolean isPositive();

    @JsonIgnore
    abstract boolean isNegative();
  }
}
