package io.daybook.app.imports;

import io.daybook.kernel.Money;
import java.util.Locale;

/// One figure as the files have it, and as the shop has it.
public record FigureComparison(String name, String inFiles, String inShop) {
  public static FigureComparison of(String name, long inFiles, long inShop) {
    return new FigureComparison(name, shown(inFiles), shown(inShop));
  }

  public static FigureComparison of(String name, Money inFiles, Money inShop) {
    return new FigureComparison(name, shown(inFiles), shown(inShop));
  }

  public boolean agrees() {
    return inFiles.equals(inShop);
  }

  private static String shown(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String shown(Money amount) {
    return String.format(Locale.ROOT, "%,.2f %s", amount.toMajor(), amount.currency());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%-34s %18s %18s   %s", name, inFiles, inShop, agrees() ? "OK" : "DIFFERS");
  }
}
