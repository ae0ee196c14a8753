package io.daybook.kernel;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Refuses a command whose values could not be kept, shown and read again, by field, value and rule. It
/// reads the fields from the command's record, so that it holds for every command, whoever sends it.
///
/// What a value must be beyond that is decided by the aggregate.
public final class CommandCheck {

  /// Texts by name that one line or variant may carry.
  public static final int MOST_ATTRIBUTES = 100;

  private static final int MOST_IN_NAME = 200;
  private static final int MOST_DIGITS = 38;
  private static final int MOST_DECIMALS = 20;

  private record Part(String name, Method accessor, int most) {}

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(CommandCheck::part).toList();
        }
      };

  private final boolean inUse;

  private CommandCheck(boolean inUse) {
    this.inUse = inUse;
  }

  /// @param sender a process repeats the amounts of what is stored, also in a currency that is gone
  /// @throws Rejection with the first value that cannot be kept
  public static void check(Command command, Actor.Kind sender) {
    boolean settles = command instanceof Settlement || sender == Actor.Kind.PROCESS;
    new CommandCheck(!settles).fields("", command);
  }

  private void fields(String path, Object values) {
    for (Part part : PARTS.get(values.getClass())) {
      value(path + part.name(), read(part, values), part.most());
    }
  }

  private void value(String field, @Nullable Object value, int most) {
    switch (value) {
      case null -> {}
      case Id _ -> {}
      case String text -> text(field, text, text, most);
      case SingleValue single -> text(field, single.value(), single, most);
      case Instant at -> instant(field, at);
      case BigDecimal number -> number(field, number);
      case Currency currency -> currency(field, currency);
      case Map<?, ?> map -> entries(field, map, most);
      case Collection<?> all -> elements(field, all, most);
      case Record values -> fields(field + ".", values);
      default -> {}
    }
  }

  private static void text(String field, String text, Object shown, int most) {
    String fault = Texts.fault(text);
    if (fault == null && Texts.length(text) > most) {
      fault = "must have at most " + most + " characters";
    }
    if (fault != null) {
      throw Rejection.of(KernelRejection.INVALID_TEXT).with(field, shown, fault);
    }
  }

  private static void instant(String field, Instant at) {
    if (!Instants.canBeKept(at)) {
      throw Rejection.of(KernelRejection.INVALID_INSTANT)
          .with(field, at, "must lie in the years 1970 to 9999");
    }
  }

  private static void number(String field, BigDecimal number) {
    if (!canBeKept(number)) {
      throw Rejection.of(KernelRejection.INVALID_NUMBER)
          .with(field, number, "must have at most 38 digits, and 20 of them as decimals");
    }
  }

  /// A number with a huge exponent would be written out somewhere with all its zeros.
  public static boolean canBeKept(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DECIMALS;
  }

  private void currency(String field, Currency currency) {
    if (!(inUse ? Currencies.isInUse(currency) : Currencies.isMoney(currency))) {
      throw Rejection.of(KernelRejection.INVALID_AMOUNT)
          .with(field, currency, "must be a currency that is in use (ISO 4217)");
    }
  }

  private void entries(String field, Map<?, ?> map, int most) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getKey() instanceof String name) {
        name(field + "." + name, name);
      }
      value(field + "." + entry.getKey(), entry.getValue(), most);
    }
    if (map.size() > MOST_ATTRIBUTES && map.keySet().iterator().next() instanceof String) {
      throw Rejection.of(KernelRejection.INVALID_TEXT)
          .with(field, map.size() + " names", "must have at most " + MOST_ATTRIBUTES);
    }
  }

  private static void name(String field, String name) {
    text(field, name, name, MOST_IN_NAME);
    if (!Texts.isVisible(name)) {
      throw Rejection.of(KernelRejection.INVALID_TEXT)
          .with(field, name, "must have a name that can be seen");
    }
  }

  private void elements(String field, Collection<?> all, int most) {
    int index = 0;
    for (Object element : all) {
      value(field + "." + index++, element, most);
    }
  }

  private static @Nullable Object read(Part part, Object values) {
    try {
      return part.accessor().invoke(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + part.name() + " of " + values.getClass(), e);
    }
  }

  private static Part part(RecordComponent component) {
    AtMost limit = component.getAnnotation(AtMost.class);
    component.getAccessor().setAccessible(true);
    return new Part(
        component.getName(), component.getAccessor(), limit == null ? Texts.MOST : limit.value());
  }
}
