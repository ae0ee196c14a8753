package io.daybook.app.imports.purchases;

import io.daybook.app.imports.csv.CsvFile;
import io.daybook.app.imports.csv.Defects;
import io.daybook.app.imports.csv.Row;
import io.daybook.kernel.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Reads the file and finds all that is wrong with it, before anything is written. That an amount is
/// too low is for the shop to say.
record PurchaseFile(Path path, LocalDate today, Defects defects) {
  private static final List<String> COLUMNS = List.of("customer_id", "date", "units", "amount");

  List<Purchase> read() {
    return new CsvFile(path, COLUMNS, today, defects).readSome(PurchaseFile::purchase);
  }

  private static Purchase purchase(Row row) {
    row.require(
        "customer_id",
        it -> it.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?"),
        "must be 1 to 64 letters and digits, which fit an e-mail address");
    return new Purchase(
        row.line(),
        row.textOrEmpty("customer_id"),
        row.date("date").atStartOfDay(ZoneOffset.UTC).toInstant(),
        row.count("units"),
        Money.ofMajor(row.amount("amount"), Purchase.CURRENCY));
  }
}
