package io.daybook.app.imports.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// One line of a file. A wrong value is noted as a defect and read as something harmless, so that the
/// rest of the file is looked at as well.
public final class Row {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern FRACTION = Pattern.compile("0?(\\.\\d{1,4})?|0");

  private final String file;
  private final long line;
  private final CSVRecord values;
  private final LocalDate today;
  private final Defects defects;

  Row(String file, long line, CSVRecord values, LocalDate today, Defects defects) {
    this.file = file;
    this.line = line;
    this.values = values;
    this.today = today;
    this.defects = defects;
  }

  /// The number of the line in its file, the headings being line 1.
  public long line() {
    return line;
  }

  public String text(String column) {
    return require(column, value -> !value.isEmpty(), "must not be empty") ? raw(column) : "";
  }

  /// Empty where nothing is given.
  public String textOrEmpty(String column) {
    return raw(column);
  }

  /// A day from 1970 to today: what is imported is history.
  public LocalDate date(String column) {
    LocalDate date = parse(column, DATE, Row::calendarDate, "must be a date such as 1996-07-04");
    if (date == null) {
      return LocalDate.EPOCH;
    }
    require(
        column,
        _ -> !date.isBefore(LocalDate.EPOCH) && !date.isAfter(today),
        "must be a day from 1970-01-01 to today, " + today);
    return date;
  }

  public @Nullable LocalDate dateOrNone(String column) {
    return raw(column).isEmpty() ? null : date(column);
  }

  /// An amount of money in major units, with at most two decimals.
  public BigDecimal amount(String column) {
    BigDecimal amount =
        parse(column, AMOUNT, BigDecimal::new, "must be an amount such as 12.99, with a point");
    return amount == null ? BigDecimal.ZERO : amount;
  }

  public int count(String column) {
    Integer count = parse(column, COUNT, Integer::valueOf, "must be a whole number, 0 or more");
    return count == null ? 0 : count;
  }

  /// From 0 to below 1, with at most four decimals.
  public BigDecimal fraction(String column) {
    BigDecimal fraction =
        parse(column, FRACTION, BigDecimal::new, "must be a fraction from 0 to below 1");
    return fraction == null ? BigDecimal.ZERO : fraction;
  }

  public boolean flag(String column) {
    return require(column, value -> value.matches("[01]"), "must be 0 or 1")
        && raw(column).equals("1");
  }

  /// Whether the value obeys a rule; a defect where it does not.
  public boolean require(String column, Predicate<String> holds, String rule) {
    boolean good = holds.test(raw(column));
    if (!good) {
      defects.add(new Defect(file, line, column, raw(column), rule));
    }
    return good;
  }

  private <T> @Nullable T parse(
      String column, Pattern shape, Function<String, @Nullable T> reading, String rule) {
    String value = raw(column);
    T read = !value.isEmpty() && shape.matcher(value).matches() ? reading.apply(value) : null;
    if (read == null) {
      defects.add(new Defect(file, line, column, value, rule));
    }
    return read;
  }

  private static @Nullable LocalDate calendarDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null; // such as 1996-02-30, told as the defect that it is
    }
  }

  private String raw(String column) {
    return values.get(column).strip();
  }
}
