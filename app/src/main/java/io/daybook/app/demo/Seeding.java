package io.daybook.app.demo;

import io.daybook.app.cli.Progress;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.demo.DemoShop.Purchase;
import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Sends the shop to the server, many commands at once. What is there already stays as it is.
final class Seeding {
  private static final int AT_ONCE = 16;
  private static final int GUESTS = 6;
  private static final Duration AGE = Duration.ofDays(30);

  private final ShopClient client;
  private final Sender staff;
  private final DemoShop shop;
  private final Instant now;

  /// @param now from which the days of the orders are counted back
  Seeding(ShopClient client, Sender staff, DemoShop shop, Instant now) {
    this.client = client;
    this.staff = staff;
    this.shop = shop;
    this.now = now;
  }

  /// @return false where it was all there before
  boolean run() throws InterruptedException {
    Purchase last = shop.purchases().getLast();
    if (client.order(staff, shop.ids().order(Telling.key(last))).isPresent()) {
      return false;
    }
    Purchase first = shop.purchases().getFirst();
    boolean begun = client.order(staff, shop.ids().order(Telling.key(first))).isPresent();
    List<Lanes.Task> opening = begun ? List.of() : opening();
    int steps = opening.size() + shop.purchases().size() + GUESTS + shop.visitors().size();
    try (Progress progress = Progress.of("Filling the shop", steps)) {
      categories(begun);
      sideBySide(opening, progress);
      sideBySide(List.of(telling(first)), progress);
      List<Lanes.Task> rest = new ArrayList<>(visits());
      shop.purchases().subList(1, shop.purchases().size() - 1).forEach(it -> rest.add(telling(it)));
      sideBySide(rest, progress);
      sideBySide(List.of(telling(last)), progress);
    }
    return true;
  }

  /// A category needs its parent, and there are few of them.
  private void categories(boolean begun) throws InterruptedException {
    Opening opening = opened();
    for (Leaf leaf : begun ? List.<Leaf>of() : Leaf.ALL) {
      opening.category(leaf);
    }
  }

  private List<Lanes.Task> opening() {
    Opening opening = opened();
    List<Lanes.Task> tasks = new ArrayList<>();
    shop.wares().forEach(ware -> tasks.add(() -> opening.offer(ware)));
    shop.shoppers().forEach(shopper -> tasks.add(() -> opening.welcome(shopper)));
    return tasks;
  }

  private Opening opened() {
    DerivedIds tree = new DerivedIds(staff.tenant(), DemoShop.TREE);
    return new Opening(client, staff.at(now.minus(AGE)), tree);
  }

  private List<Lanes.Task> visits() {
    Visits visits = new Visits(client, staff.tenant(), shop);
    List<Lanes.Task> tasks = new ArrayList<>();
    for (int guest = 0; guest < GUESTS; guest++) {
      int number = shop.visitors().size() + guest;
      tasks.add(() -> visits.guest(number));
    }
    for (int visitor = 0; visitor < shop.visitors().size(); visitor++) {
      int number = visitor;
      tasks.add(() -> visits.login(number));
    }
    return tasks;
  }

  private Lanes.Task telling(Purchase purchase) {
    return () -> new Telling(client, staff, shop.ids(), purchase, now).tell();
  }

  private static void sideBySide(List<Lanes.Task> tasks, Progress progress)
      throws InterruptedException {
    try (Lanes lanes = new Lanes(AT_ONCE)) {
      int lane = 0;
      for (Lanes.Task task : tasks) {
        lanes.run(
            Integer.toString(lane++),
            () -> {
              task.run();
              progress.add(1);
            });
      }
      lanes.await();
    }
  }
}
