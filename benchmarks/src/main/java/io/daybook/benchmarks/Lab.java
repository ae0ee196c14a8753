package io.daybook.benchmarks;

import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.axon.Stores;
import io.daybook.benchmarks.machine.ThrowAwayPostgres;
import io.daybook.benchmarks.program.DaybookProgram;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.program.StockProgram;
import io.daybook.benchmarks.program.TwoNodes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where things are measured: one PostgreSQL, and either the stores or the programs on it.
///
/// Each is opened when it is first needed and stays open, warm, for the measurements after that; but
/// never is anything open that is not being measured.
public final class Lab implements AutoCloseable {
  public static final String STOCK = "Axon JDBC";
  public static final String WITHOUT_LOG = "without log";

  private final Path folder;
  private final Sizes sizes;
  private final Ids ids = new Ids();
  private @Nullable ThrowAwayPostgres server;
  private @Nullable Sides<Store> stores;
  private @Nullable Sides<Store> logs;
  private @Nullable Sides<Program> programs;
  private @Nullable Sides<Program> nodes;

  public Lab(Path folder, Sizes sizes) {
    this.folder = folder;
    this.sizes = sizes;
  }

  public Sizes sizes() {
    return sizes;
  }

  /// Ids that no other measurement of this run has used.
  public Ids ids() {
    return ids;
  }

  public ThrowAwayPostgres server() {
    if (server == null) {
      server = ThrowAwayPostgres.start(data());
    }
    return server;
  }

  /// The data directory of the PostgreSQL, and of a Daybook that is started after it was stopped.
  public Path data() {
    return folder.resolve("data");
  }

  public Path folder(String name) {
    return folder.resolve(name);
  }

  /// Both stores, with their projections standing still.
  public Sides<Store> stores() throws Exception {
    closePrograms();
    closeLogs();
    if (stores == null) {
      stores =
          new Sides<>(
              Stores.daybook(server(), "store_daybook", folder("keys")),
              Stores.stock(server(), "store_stock"));
      stores.ours().projections().stopWhenIdle();
      stores.peers().projections().stopWhenIdle();
    }
    return stores;
  }

  /// Daybook's store with its Merkle log and without.
  public Sides<Store> logs() throws Exception {
    closePrograms();
    closeStores();
    if (logs == null) {
      logs =
          new Sides<>(
              Stores.daybook(server(), "store_sealed", folder("keys")),
              Stores.withoutLog(server(), "store_unsealed"));
      logs.ours().projections().stopWhenIdle();
      logs.peers().projections().stopWhenIdle();
    }
    return logs;
  }

  /// Both programs, with their projections running.
  public Sides<Program> programs() throws Exception {
    closeStores();
    closeLogs();
    closeNodes();
    if (programs == null) {
      server().create("program_stock");
      programs = new Sides<>(daybook("program"), stock());
    }
    return programs;
  }

  /// Both programs, with the projections of each on a second node, in this process as well.
  public Sides<Program> nodes() throws Exception {
    if (nodes == null) {
      Sides<Program> first = programs();
      nodes =
          new Sides<>(
              TwoNodes.beside(first.ours(), () -> daybook("second")),
              TwoNodes.beside(first.peers(), this::stock));
    }
    return nodes;
  }

  /// The same data under a program that remembers nothing.
  public Sides<Program> restarted() throws Exception {
    Sides<Program> old = programs();
    old.ours().close();
    programs = new Sides<>(daybook("program"), old.peers());
    return programs;
  }

  private Program daybook(String name) {
    return DaybookProgram.start(folder(name), server().url("daybook"));
  }

  private Program stock() {
    return new StockProgram(server().connections("program_stock"));
  }

  /// Leaves the machine to what is measured from outside.
  public void closeAll() throws Exception {
    closeStores();
    closeLogs();
    closePrograms();
  }

  /// Frees the data directory as well.
  public void stopServer() throws Exception {
    closeAll();
    if (server != null) {
      server.close();
      server = null;
    }
  }

  private void closeStores() throws Exception {
    if (stores != null) {
      stores.close();
      stores = null;
    }
  }

  private void closeLogs() throws Exception {
    if (logs != null) {
      logs.close();
      logs = null;
    }
  }

  private void closeNodes() throws Exception {
    if (nodes != null) {
      nodes.close();
      nodes = null;
    }
  }

  private void closePrograms() throws Exception {
    closeNodes();
    if (programs != null) {
      programs.close();
      programs = null;
    }
  }

  @Override
  public void close() throws Exception {
    stopServer();
  }
}
