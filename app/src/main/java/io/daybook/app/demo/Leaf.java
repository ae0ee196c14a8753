package io.daybook.app.demo;

import java.util.List;

/// A shelf of the shop: where it is in the tree of categories, what lies there, and in which variants.
///
/// @param cents what the cheapest thing on it costs
record Leaf(
    String root, String branch, String name, String thing, int cents, List<String> variants) {
  static final List<String> MAKES = List.of("Classic", "Light", "Pro", "Travel");

  static final List<Leaf> ALL =
      List.of(
          new Leaf("Home", "Kitchen", "Knives", "knife", 2_490, List.of()),
          new Leaf("Home", "Kitchen", "Pans", "pan", 3_990, List.of("24 cm", "28 cm")),
          new Leaf("Home", "Light", "Table lamps", "lamp", 4_900, List.of("black", "white")),
          new Leaf("Home", "Light", "Candles", "candle", 690, List.of()),
          new Leaf("Outdoor", "Camping", "Tents", "tent", 14_900, List.of()),
          new Leaf("Outdoor", "Camping", "Stoves", "stove", 5_990, List.of()),
          new Leaf("Outdoor", "Cycling", "Helmets", "helmet", 4_995, List.of("S", "M", "L")),
          new Leaf("Outdoor", "Cycling", "Locks", "lock", 3_450, List.of()),
          new Leaf("Office", "Paper", "Notebooks", "notebook", 590, List.of("lined", "dotted")),
          new Leaf("Office", "Writing", "Pens", "pen", 1_250, List.of()));
}
