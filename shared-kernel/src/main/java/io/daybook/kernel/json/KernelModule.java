package io.daybook.kernel.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.kernel.Money;
import io.daybook.kernel.SingleValue;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;

/// Ids and other single values are JSON strings; money is `{"amountMinor":1299,"currency":"EUR"}`.
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
  }

  interface Text {
    @JsonValue
    String value();
  }

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
