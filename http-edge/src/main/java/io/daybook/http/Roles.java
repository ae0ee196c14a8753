package io.daybook.http;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CustomerId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds what each caller may do: a route is for the roles that it names, and what belongs to a customer is
/// for this customer and for staff. `docs/roles.md` has the table.
public final class Roles {
  private final List<Owners> owners;

  public Roles(List<Owners> owners) {
    this.owners = List.copyOf(owners);
  }

  /// @throws Rejection unless the route is for callers like this one
  static void mayUse(Route route, Caller caller) {
    Set<Actor.Kind> allowed = route.allowed();
    if (allowed.equals(Set.of(Actor.Kind.STAFF))) {
      isStaff(caller);
    } else if (!allowed.contains(caller.actor().kind())) {
      throw Rejection.of(KernelRejection.ROLE_NOT_ALLOWED)
          .with(HeaderCallers.ACTOR, caller.actor(), "must be " + spelt(allowed));
    }
  }

  /// @throws Rejection unless the caller is staff
  public static void isStaff(Caller caller) {
    if (!caller.actor().isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with(HeaderCallers.ACTOR, caller.actor(), "must be staff:<id>");
    }
  }

  /// A command that names a customer is for this customer; where it may name one, its aggregate compares
  /// the other ids with the customer. Else each entity that it names must be nobody's or the caller's.
  ///
  /// @throws Rejection where the command is about something of another customer
  void mayChange(Caller caller, Route route, Command command) {
    if (caller.actor().isStaff()) {
      return;
    }
    RecordComponent[] fields = command.getClass().getRecordComponents();
    boolean ofCustomer = Arrays.stream(fields).anyMatch(it -> it.getType() == CustomerId.class);
    for (RecordComponent field : fields) {
      boolean asked = ofCustomer ? field.getType() == CustomerId.class : isId(field);
      if (asked && !registers(route, field) && read(command, field) instanceof Id id) {
        mayChange(caller, id);
      }
    }
  }

  /// @throws Rejection where the entity is another customer's
  public void mayChange(Caller caller, Id entity) {
    if (!caller.actor().isStaff()
        && ownerOf(caller, entity).filter(owner -> !isOwn(caller, owner)).isPresent()) {
      throw Rejection.of(KernelRejection.NOT_YOUR_OWN)
          .with(
              HeaderCallers.ACTOR, caller.actor(), "must be the customer whose " + entity + " is");
    }
  }

  private Optional<CustomerId> ownerOf(Caller caller, Id entity) {
    if (entity instanceof CustomerId customer) {
      return Optional.of(customer);
    }
    return owners.stream()
        .map(it -> it.ownerOf(caller.tenant(), entity))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isOwn(Caller caller, CustomerId owner) {
    return caller.actor().kind() == Actor.Kind.CUSTOMER
        && caller.actor().id().equals(owner.value());
  }

  private static boolean isId(RecordComponent field) {
    return Id.class.isAssignableFrom(field.getType());
  }

  /// Who registers is no customer yet.
  private static boolean registers(Route route, RecordComponent field) {
    return field.getType() == CustomerId.class && field.getName().equals(route.generatedField());
  }

  private static @Nullable Object read(Command command, RecordComponent component) {
    try {
      return component.getAccessor().invoke(command);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + command.getClass(), e);
    }
  }

  private static String spelt(Set<Actor.Kind> kinds) {
    return kinds.stream().sorted().map(Actor.Kind::spelling).collect(Collectors.joining(" or "));
  }
}
