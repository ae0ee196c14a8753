package io.daybook.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A program one thread of which takes all memory, while its main thread waits for ever.
final class Glutton {
  private Glutton() {}

  public static void main(String[] arguments) throws InterruptedException {
    Thread.ofPlatform().daemon().start(Glutton::eat);
    new CountDownLatch(1).await();
  }

  private static void eat() {
    List<byte[]> eaten = new ArrayList<>();
    while (eaten.size() < Integer.MAX_VALUE) {
      eaten.add(new byte[1 << 20]);
    }
  }
}
