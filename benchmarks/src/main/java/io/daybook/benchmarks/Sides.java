package io.daybook.benchmarks;

import io.daybook.benchmarks.load.Rounds;

/// What is measured and its peer, open at the same time.
public record Sides<T extends AutoCloseable>(T ours, T peers) implements AutoCloseable {

  /// What is done to one side in one round.
  @FunctionalInterface
  public interface Trial<T, R> {
    R on(T side) throws Exception;
  }

  public <R> Rounds<R> alternate(int rounds, Trial<T, R> trial) throws Exception {
    return Rounds.alternate(rounds, () -> trial.on(ours), () -> trial.on(peers));
  }

  @Override
  public void close() throws Exception {
    try (ours;
        peers) {
      // both are closed, whatever the other one says
    }
  }
}
