package io.daybook.app.imports;

import io.daybook.app.imports.northwind.NorthwindSource;
import io.daybook.app.imports.purchases.PurchaseSource;
import java.nio.file.Path;

/// What an import can read.
enum Format {
  northwind {
    @Override
    Source read(Path path, DerivedIds ids) {
      return NorthwindSource.read(path, ids);
    }
  },
  purchases {
    @Override
    Source read(Path path, DerivedIds ids) {
      return PurchaseSource.read(path, ids);
    }
  };

  /// Reads all of the input and writes nothing.
  abstract Source read(Path path, DerivedIds ids);
}
