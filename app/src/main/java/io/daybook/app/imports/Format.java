package io.daybook.app.imports;

import io.daybook.app.imports.csv.Defects;
import io.daybook.app.imports.northwind.NorthwindSource;
import io.daybook.app.imports.purchases.PurchaseSource;
import java.nio.file.Path;
import java.time.LocalDate;

/// What an import can read.
enum Format {
  northwind {
    @Override
    Source read(Path path, DerivedIds ids, LocalDate today, Defects defects) {
      return NorthwindSource.read(path, ids, today, defects);
    }
  },
  purchases {
    @Override
    Source read(Path path, DerivedIds ids, LocalDate today, Defects defects) {
      return PurchaseSource.read(path, ids, today, defects);
    }
  };

  /// Reads all of the input and writes nothing.
  ///
  /// @param today no row is dated later
  /// @throws io.daybook.app.Failure naming what is wrong with it
  abstract Source read(Path path, DerivedIds ids, LocalDate today, Defects defects);
}
