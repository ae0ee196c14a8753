package io.daybook.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Two sides measured in turn, A B A B …, so that a drift of the machine falls on both.
public record Rounds<T>(List<T> ours, List<T> peers) {

  public static <T> Rounds<T> alternate(int rounds, Callable<T> ours, Callable<T> peers)
      throws Exception {
    List<T> mine = new ArrayList<>();
    List<T> theirs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      mine.add(ours.call());
      theirs.add(peers.call());
    }
    return new Rounds<>(List.copyOf(mine), List.copyOf(theirs));
  }
}
