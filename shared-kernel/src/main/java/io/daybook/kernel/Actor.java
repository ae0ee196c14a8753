package io.daybook.kernel;

import java.util.Locale;

/// Who caused something: a kind and a name, written `staff:usr_7` in headers and metadata.
public record Actor(Kind kind, String id) {
  /// What an actor may be. `PROCESS` is Daybook itself, reacting to an event.
  public enum Kind {
    ANONYMOUS,
    CUSTOMER,
    STAFF,
    PROCESS;

    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, "anonymous");

  public static Actor process(String name) {
    return new Actor(Kind.PROCESS, name);
  }

  public static Actor staff(String id) {
    return new Actor(Kind.STAFF, id);
  }

  /// @throws Rejection with [KernelRejection#INVALID_ACTOR] unless the text is `kind:id`
  public static Actor parse(String text) {
    int colon = text.indexOf(':');
    String id = text.substring(colon + 1);
    for (Kind kind : Kind.values()) {
      if (colon > 0 && !id.isBlank() && kind.spelling().equals(text.substring(0, colon))) {
        return new Actor(kind, id);
      }
    }
    throw Rejection.of(KernelRejection.INVALID_ACTOR)
        .with("actor", text, "must be staff:<id>, customer:<id>, process:<name> or anonymous:<id>");
  }

  public boolean isStaff() {
    return kind == Kind.STAFF;
  }

  public boolean isProcess() {
    return kind == Kind.PROCESS;
  }

  @Override
  public String toString() {
    return kind.spelling() + ":" + id;
  }
}
