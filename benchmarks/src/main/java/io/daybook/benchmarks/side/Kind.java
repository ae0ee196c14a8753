package io.daybook.benchmarks.side;

import io.daybook.benchmarks.axon.Stores;
import io.daybook.benchmarks.machine.ThrowAwayPostgres;
import io.daybook.benchmarks.program.ArticleProgram;
import io.daybook.benchmarks.program.DaybookProgram;
import io.daybook.benchmarks.program.Program;
import java.nio.file.Path;

/// What runs in the process.
public enum Kind {
  /// The whole of Daybook, on the data directory that `daybook start` would use.
  DAYBOOK {
    @Override
    Program open(Path data) {
      return DaybookProgram.start(data);
    }
  },

  /// The tiny application on Daybook's event store.
  ARTICLES {
    @Override
    Program open(Path data) {
      ThrowAwayPostgres server = ThrowAwayPostgres.start(data);
      return new ArticleProgram(Stores.daybook(server, DATABASE, data.resolve("keys")), server);
    }
  },

  /// The same without the Merkle log.
  ARTICLES_WITHOUT_LOG {
    @Override
    Program open(Path data) {
      ThrowAwayPostgres server = ThrowAwayPostgres.start(data);
      return new ArticleProgram(Stores.withoutLog(server, DATABASE), server);
    }
  },

  /// The tiny application on Axon's own event store.
  ARTICLES_ON_STOCK {
    @Override
    Program open(Path data) {
      ThrowAwayPostgres server = ThrowAwayPostgres.start(data);
      return new ArticleProgram(Stores.stock(server, DATABASE), server);
    }
  };

  private static final String DATABASE = "articles";

  /// @param data the folder of its PostgreSQL
  abstract Program open(Path data);
}
