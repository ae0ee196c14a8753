package io.daybook.app.imports.purchases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the ids of each row's order follow from.
final class OrderKeys {
  private OrderKeys() {}

  /// What the row says, and the how manieth it is of those that say the same. A row keeps its key when
  /// the file grows or stands under another name, and the rows of two files never share one by chance.
  static List<String> byContent(List<Purchase> purchases) {
    Map<String, Integer> alike = new HashMap<>();
    List<String> keys = new ArrayList<>(purchases.size());
    for (Purchase purchase : purchases) {
      String content =
          String.join(
              "|",
              purchase.customerId(),
              purchase.at().toString(),
              Integer.toString(purchase.units()),
              Long.toString(purchase.amount().amountMinor()));
      keys.add(content + "|" + alike.merge(content, 1, Integer::sum));
    }
    return List.copyOf(keys);
  }

  /// The number of the line alone, as Daybook had it until November 2026.
  static List<String> byLine(List<Purchase> purchases) {
    return purchases.stream().map(it -> Long.toString(it.line())).toList();
  }
}
