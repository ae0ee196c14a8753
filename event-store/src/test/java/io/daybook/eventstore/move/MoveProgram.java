package io.daybook.eventstore.move;

import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A move in a process of its own, so that it can be killed.
public final class MoveProgram {

  private static final int BATCH = 200;

  private MoveProgram() {}

  static Process start(String source, String target) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                MoveProgram.class.getName(),
                source,
                target))
        .inheritIO()
        .start();
  }

  public static void main(String[] urls) throws Exception {
    new NewHome(database(urls[1])).move(database(urls[0]), NewHome.PLAN.withBatchSize(BATCH));
  }

  private static DataSource database(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }
}
