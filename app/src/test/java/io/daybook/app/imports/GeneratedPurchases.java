package io.daybook.app.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A file of purchases with rows that are alike, and with some that cost nothing, which a shop refuses.
public record GeneratedPurchases(
    Path file, int sold, BigDecimal amount, int units, List<Integer> free) {
  private static final int ROWS_OF_A_CUSTOMER = 3;
  private static final int EVERY_FREE = 10;

  public static GeneratedPurchases write(Path file, int rows) throws IOException {
    Random random = new Random(7);
    List<String> text = new ArrayList<>(List.of("customer_id,date,units,amount"));
    List<Integer> free = new ArrayList<>();
    BigDecimal amount = BigDecimal.ZERO;
    int units = 0;
    for (int row = 0; row < rows; row++) {
      boolean isFree = row % EVERY_FREE == EVERY_FREE / 2;
      BigDecimal price =
          isFree ? new BigDecimal("0.00") : BigDecimal.valueOf(1_000 + 500L * random.nextInt(2), 2);
      int count = 1 + random.nextInt(2);
      text.add(
          "%05d,%s,%d,%s"
              .formatted(
                  row / ROWS_OF_A_CUSTOMER, LocalDate.of(1997, 1, 1 + row % 2), count, price));
      if (isFree) {
        free.add(text.size());
      } else {
        amount = amount.add(price);
        units += count;
      }
    }
    Files.writeString(file, String.join("\n", text) + "\n");
    return new GeneratedPurchases(file, rows - free.size(), amount, units, free);
  }
}
