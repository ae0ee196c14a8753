package io.daybook.app.demo;

import io.daybook.app.imports.DerivedIds;
import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What the shop consists of. The same seed and scale make the same shop, with the same ids.
record DemoShop(
    DerivedIds ids, List<Ware> wares, List<Shopper> shoppers, List<Purchase> purchases) {
  /// The source of the ids of the categories, which are the same for every seed.
  static final String TREE = "demo";

  private static final int SHOPPERS = 30;
  private static final int VISITORS = 5;
  private static final List<String> FIRST_NAMES =
      List.of(
          "Ada",
          "Alan",
          "Barbara",
          "Edsger",
          "Grace",
          "Hedy",
          "Katherine",
          "Leslie",
          "Niklaus",
          "Radia");
  private static final List<String> LAST_NAMES =
      List.of(
          "Becker",
          "Dubois",
          "Evans",
          "García",
          "Jansen",
          "Kowalski",
          "Larsen",
          "Moreau",
          "Rossi",
          "Smith");
  private static final List<Address> PLACES =
      List.of(
          new Address("", "Lindenstraße 12", "Berlin", null, "10969", "DE"),
          new Address("", "8 rue de la Paix", "Paris", null, "75002", "FR"),
          new Address("", "221 Baker Street", "London", null, "NW1 6XE", "GB"),
          new Address("", "350 5th Avenue", "New York", "NY", "10118", "US"),
          new Address("", "Via Roma 7", "Torino", null, "10121", "IT"));

  /// An order that is placed, and what becomes of it.
  record Purchase(int number, Shopper shopper, Story story, List<Choice> choices) {}

  record Choice(Ware ware, Ware.@Nullable Variant variant, int quantity) {}

  static DemoShop of(TenantId tenant, long seed, int scale) {
    Random random = new Random(seed);
    DerivedIds ids = new DerivedIds(tenant, TREE + "-" + seed);
    List<Ware> wares = wares(ids, random, scale);
    List<Shopper> shoppers = shoppers(ids, random, scale);
    List<Purchase> purchases = new ArrayList<>();
    for (int number = 0; number < Story.ALL.size() * scale; number++) {
      Shopper shopper = shoppers.get(VISITORS + random.nextInt(shoppers.size() - VISITORS));
      Story story = Story.ALL.get(number % Story.ALL.size());
      purchases.add(new Purchase(number, shopper, story, choices(wares, random)));
    }
    return new DemoShop(ids, wares, shoppers, purchases);
  }

  /// Those who fill a cart as guests first: they order nothing, so that their carts stay to be seen.
  List<Shopper> visitors() {
    return shoppers.subList(0, VISITORS);
  }

  List<Choice> cartOf(int visitor) {
    return choices(wares, new Random(visitor));
  }

  private static List<Choice> choices(List<Ware> wares, Random random) {
    List<Ware> onSale = wares.stream().filter(Ware::onSale).toList();
    int first = random.nextInt(onSale.size());
    List<Choice> choices = new ArrayList<>();
    for (int line = 0; line <= random.nextInt(3); line++) {
      Ware ware = onSale.get((first + 7 * line) % onSale.size());
      int variants = ware.variants().size();
      Ware.Variant variant = variants == 0 ? null : ware.variants().get(random.nextInt(variants));
      choices.add(new Choice(ware, variant, 1 + random.nextInt(2)));
    }
    return choices;
  }

  private static List<Ware> wares(DerivedIds ids, Random random, int scale) {
    List<Ware> wares = new ArrayList<>();
    for (Leaf leaf : Leaf.ALL) {
      for (int make = 0; make < Leaf.MAKES.size() * scale; make++) {
        wares.add(ware(ids, random, leaf, make));
      }
    }
    return wares;
  }

  private static Ware ware(DerivedIds ids, Random random, Leaf leaf, int make) {
    String key = leaf.name() + "/" + make;
    int generation = make / Leaf.MAKES.size();
    String name =
        Leaf.MAKES.get(make % Leaf.MAKES.size())
            + " "
            + leaf.thing()
            + (generation == 0 ? "" : " " + (generation + 1));
    String sku = name.toUpperCase(Locale.ROOT).replace(' ', '-');
    List<Ware.Variant> variants =
        leaf.variants().stream()
            .map(
                it ->
                    new Ware.Variant(
                        ids.variant(key + "/" + it), it, sku + "-" + it.toUpperCase(Locale.ROOT)))
            .toList();
    boolean scarce = random.nextInt(8) == 0;
    return new Ware(
        ids.product(key),
        new DerivedIds(ids.tenant(), TREE).category(leaf.name()),
        name,
        Money.of(leaf.cents() + 350L * (make % Leaf.MAKES.size()), "EUR"),
        variants,
        scarce ? 8 : 40 + random.nextInt(160),
        10,
        make % 7 != 5);
  }

  private static List<Shopper> shoppers(DerivedIds ids, Random random, int scale) {
    List<Shopper> shoppers = new ArrayList<>();
    for (int number = 0; number < SHOPPERS * scale; number++) {
      String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
      String last = LAST_NAMES.get((number * 7 + number / 10) % LAST_NAMES.size());
      Address place = PLACES.get(random.nextInt(PLACES.size()));
      String key = Integer.toString(number);
      shoppers.add(
          new Shopper(
              ids.customer(key),
              "%s.%s@demo.example"
                  .formatted(
                      first.toLowerCase(Locale.ROOT),
                      ids.customer(key).uuid().toString().substring(0, 8)),
              first,
              last,
              ids.address(key),
              new Address(
                  first + " " + last,
                  place.street(),
                  place.city(),
                  place.state(),
                  place.postalCode(),
                  place.country())));
    }
    return shoppers;
  }
}
