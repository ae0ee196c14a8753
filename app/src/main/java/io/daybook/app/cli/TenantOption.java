package io.daybook.app.cli;

import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the tenant that an option names.
public final class TenantOption implements ITypeConverter<TenantId> {
  @Override
  public TenantId convert(String text) {
    try {
      return new TenantId(text);
    } catch (Rejection wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
