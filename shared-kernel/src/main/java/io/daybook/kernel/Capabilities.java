package io.daybook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// The registry of capabilities.
public record Capabilities(List<Capability> all) {

  /// @throws IllegalStateException where two capabilities have one name
  public Capabilities {
    all = List.copyOf(all);
    if (all.stream().map(Capability::name).distinct().count() < all.size()) {
      throw new IllegalStateException("Two capabilities have one name: " + names(all));
    }
  }

  /// Those of the modules on the class path, in the order in which their modules name them.
  public static Capabilities installed() {
    return new Capabilities(
        ServiceLoader.load(Capability.class, Capability.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /// The same and more.
  public Capabilities with(Capability more) {
    List<Capability> both = new ArrayList<>(all);
    both.add(more);
    return new Capabilities(both);
  }

  /// The names and revisions under which all events are stored.
  public EventCatalogue events() {
    return new EventCatalogue(all.stream().flatMap(it -> it.events().stream()).toList());
  }

  public List<Class<? extends Command>> commands() {
    return all.stream()
        .<Class<? extends Command>>flatMap(capability -> capability.commands().stream())
        .toList();
  }

  /// @throws IllegalArgumentException where no capability has the command
  public Capability of(Class<? extends Command> command) {
    return all.stream()
        .filter(capability -> capability.commands().contains(command))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No capability has " + command));
  }

  private static List<String> names(List<Capability> all) {
    return all.stream().map(Capability::name).toList();
  }
}
