package io.daybook.benchmarks;

import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.axon.Stores;
import io.daybook.benchmarks.machine.ThrowAwayPostgres;
import io.daybook.benchmarks.program.ArticleProgram;
import io.daybook.benchmarks.program.DaybookProgram;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.program.TwoNodes;
import io.daybook.benchmarks.side.Kind;
import io.daybook.benchmarks.side.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where things are measured: two sides in processes of their own, or one PostgreSQL with either the
/// stores or the programs on it.
///
/// Each is opened when it is first needed and stays open, warm, for the measurements after that; but
/// never is anything open that is not being measured.
public final class Lab implements AutoCloseable {
  public static final String STOCK = "Axon JDBC";
  public static final String WITHOUT_LOG = "without log";

  private final Path folder;
  private final Path kept;
  private final Sizes sizes;
  private final Consumer<String> progress;
  private final Ids ids = new Ids();
  private int opened;
  private @Nullable ThrowAwayPostgres server;
  private @Nullable Sides<Store> stores;
  private @Nullable Sides<Program> programs;
  private @Nullable Sides<Program> nodes;
  private @Nullable Processes processes;

  private record Processes(Kind ours, Kind peers, boolean projecting, Sides<Side> sides) {}

  /// @param folder is thrown away
  /// @param kept where stores are filled that another run will use again
  /// @param progress is told what takes long, and how far it is
  public Lab(Path folder, Path kept, Sizes sizes, Consumer<String> progress) {
    this.folder = folder;
    this.kept = kept;
    this.sizes = sizes;
    this.progress = progress;
  }

  public Sizes sizes() {
    return sizes;
  }

  /// Ids that no other measurement of this run has used on [#server()].
  public Ids ids() {
    return ids;
  }

  public void tell(String message) {
    progress.accept(message);
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

  public Path kept(String name) {
    return kept.resolve(name);
  }

  /// Both in processes of their own, each with a PostgreSQL of its own, and nothing else.
  ///
  /// @param projecting whether their projections run
  public Sides<Side> processes(Kind ours, Kind peers, boolean projecting) throws Exception {
    if (processes == null
        || processes.ours() != ours
        || processes.peers() != peers
        || processes.projecting() != projecting) {
      stopServer();
      Side first = side(ours, projecting);
      try {
        processes =
            new Processes(ours, peers, projecting, new Sides<>(first, side(peers, projecting)));
      } catch (IOException e) {
        first.close();
        throw e;
      }
    }
    return processes.sides();
  }

  /// One side, empty, which its user closes.
  public Side alone(Kind kind, boolean projecting) throws Exception {
    stopServer();
    return side(kind, projecting);
  }

  private Side side(Kind kind, boolean projecting) throws IOException {
    Path data = folder("side-" + ++opened);
    return projecting ? Side.start(kind, data) : Side.withoutProjections(kind, data);
  }

  /// Both stores, with their projections standing still.
  public Sides<Store> stores() throws Exception {
    closePrograms();
    closeProcesses();
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

  /// Both programs, with their projections running.
  public Sides<Program> programs() throws Exception {
    closeStores();
    closeNodes();
    closeProcesses();
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
    return ArticleProgram.onStock(server().connections("program_stock"));
  }

  /// Leaves the PostgreSQL to what is measured from outside.
  public void closeAll() throws Exception {
    closeStores();
    closePrograms();
    closeProcesses();
  }

  /// Leaves the machine to what is measured from outside, and frees the data directory as well.
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

  private void closeProcesses() throws Exception {
    if (processes != null) {
      processes.sides().close();
      processes = null;
    }
  }

  @Override
  public void close() throws Exception {
    stopServer();
  }
}
