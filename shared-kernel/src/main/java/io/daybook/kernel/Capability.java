package io.daybook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One thing that the house can do, by the name that it has in every module. What else must know all
/// capabilities (the event catalogue, the rules of the build, the documents, the tests of every field,
/// tenant and route) reads it from here.
///
/// Implementations are services: a module that brings a capability names it in
/// `META-INF/services/io.daybook.kernel.Capability`.
public interface Capability {
  /// One lower-case word, which is the name of its packages and the first part of its events' names.
  String name();

  /// What it is for, as a sentence for people.
  String summary();

  /// The sealed interfaces of its commands, one for each aggregate.
  List<Class<? extends Command>> commandTypes();

  /// The sealed interfaces of its events, one for each aggregate.
  List<Class<? extends Event>> eventTypes();

  /// The enums of its refusals.
  List<Class<? extends RejectionCode>> rejectionTypes();

  /// The life of one entity of each kind, in the order of the events, so far that all that can be read
  /// of the entity is there. Its id is made of [Samples#uuid] 1, as are those of the entities that it names.
  List<Event> samples();

  /// Every command.
  default List<Class<? extends Command>> commands() {
    return permitted(commandTypes(), Command.class);
  }

  /// Every event.
  default List<Class<? extends Event>> events() {
    return permitted(eventTypes(), Event.class);
  }

  /// Every refusal.
  default List<RejectionCode> rejections() {
    return rejectionTypes().stream()
        .flatMap(type -> Stream.<RejectionCode>of(type.getEnumConstants()))
        .toList();
  }

  private static <T> List<Class<? extends T>> permitted(
      List<Class<? extends T>> sealedTypes, Class<T> of) {
    List<Class<? extends T>> all = new ArrayList<>();
    for (Class<? extends T> type : sealedTypes) {
      Class<?>[] permitted = type.getPermittedSubclasses();
      if (permitted == null) {
        throw new IllegalStateException(type + " is not sealed: what belongs to it is not known");
      }
      for (Class<?> one : permitted) {
        all.add(one.asSubclass(of));
      }
    }
    return List.copyOf(all);
  }
}
