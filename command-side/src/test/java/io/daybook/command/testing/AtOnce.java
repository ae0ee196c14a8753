package io.daybook.command.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many callers who start at the same moment.
public final class AtOnce {
  private AtOnce() {}

  /// @param call is given the number of its caller, from 0
  /// @return what each was answered, in the order of their numbers
  public static <R> List<R> callers(int count, IntFunction<R> call)
      throws InterruptedException, ExecutionException {
    CountDownLatch ready = new CountDownLatch(count);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> answers =
          IntStream.range(0, count)
              .mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return call.apply(number);
                          }))
              .toList();
      List<R> all = new ArrayList<>();
      for (Future<R> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
