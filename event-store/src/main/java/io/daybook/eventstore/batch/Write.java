package io.daybook.eventstore.batch;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A statement that writes many rows at once.
///
/// In its text, `:rows` stands for a table of the rows with the columns that are declared here, and
/// `:schema.` for the schema in which the projection is kept or rebuilt:
/// ```
/// Write.<Priced>to("""
///     UPDATE :schema.articles SET cents = row.cents FROM :rows AS row WHERE id = row.id
///     """)
///   .key(Priced::id).text("id", Priced::id).number("cents", Priced::cents)
/// ```
/// Rows of one key are written in the order in which they were added, whatever their statements; the order of rows
/// of different keys is not defined. An execution of a statement never has two rows of one key: they are merged,
/// or written by two executions.
public final class Write<R> {
  private static final String ROWS = ":rows";
  private static final String SCHEMA = ":schema";
  private static final long NANOS_IN_A_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  private final String text;
  private final Function<? super R, ?> key;
  private final @Nullable BinaryOperator<R> merge;
  private final List<Column<R>> columns;
  private final Map<String, String> statements = new ConcurrentHashMap<>();

  private Write(
      String text,
      Function<? super R, ?> key,
      @Nullable BinaryOperator<R> merge,
      List<Column<R>> columns) {
    this.text = text;
    this.key = key;
    this.merge = merge;
    this.columns = columns;
  }

  /// @param text whose update count is the number of rows that it wrote
  public static <R> Write<R> to(String text) {
    if (!text.contains(ROWS)) {
      throw new IllegalArgumentException("A statement for rows needs " + ROWS + ": " + text);
    }
    return new Write<>(text, row -> row, null, List.of());
  }

  /// What the row is about. All rows about one thing must have the same key, whatever their statements. Without
  /// this each row has a key of its own.
  public Write<R> key(Function<? super R, ?> newKey) {
    return new Write<>(text, newKey, merge, columns);
  }

  /// Makes one row of two with the same key, the earlier and the later one. When the statement then writes fewer
  /// rows than it was given, one of them was written before, and the rows are written one by one.
  public Write<R> merged(BinaryOperator<R> newMerge) {
    return new Write<>(text, key, newMerge, columns);
  }

  public Write<R> text(String name, Function<? super R, @Nullable String> value) {
    return with(new Column<>(name, "text", String.class, "%s", value));
  }

  public Write<R> number(String name, Function<? super R, @Nullable Long> value) {
    return with(new Column<>(name, "int8", Long.class, "%s", value));
  }

  public Write<R> integer(String name, Function<? super R, @Nullable Integer> value) {
    return with(new Column<>(name, "int4", Integer.class, "%s", value));
  }

  public Write<R> flag(String name, Function<? super R, @Nullable Boolean> value) {
    return with(new Column<>(name, "bool", Boolean.class, "%s", value));
  }

  /// As `timestamptz`, to the nearest microsecond.
  public Write<R> time(String name, Function<? super R, @Nullable Instant> value) {
    return with(
        new Column<>(
            name,
            "int8",
            Long.class,
            "to_timestamp(0) + %s * interval '1 microsecond'",
            row -> micros(value.apply(row))));
  }

  public Write<R> json(String name, Function<? super R, @Nullable String> value) {
    return with(new Column<>(name, "text", String.class, "CAST(%s AS jsonb)", value));
  }

  public Write<R> uuid(String name, Function<? super R, @Nullable Object> value) {
    return with(
        new Column<>(
            name,
            "text",
            String.class,
            "CAST(%s AS uuid)",
            row -> Objects.toString(value.apply(row), null)));
  }

  private Write<R> with(Column<R> column) {
    if (columns.stream().anyMatch(known -> known.name().equals(column.name()))) {
      throw new IllegalArgumentException("Twice in one statement: " + column.name());
    }
    return new Write<>(
        text, key, merge, Stream.concat(columns.stream(), Stream.of(column)).toList());
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    if (instant == null) {
      return null;
    }
    long nanos = instant.getNano() + NANOS_IN_A_MICRO / 2;
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + nanos / NANOS_IN_A_MICRO;
  }

  Object keyOf(R row) {
    return key.apply(row);
  }

  @Nullable BinaryOperator<R> merge() {
    return merge;
  }

  List<Column<R>> columns() {
    return columns;
  }

  /// The statement as PostgreSQL gets it: always the same for the same schema, so that it is prepared
  /// once.
  String in(String schema) {
    return statements.computeIfAbsent(schema, this::statement);
  }

  private String statement(String schema) {
    String rows =
        "(SELECT %s FROM unnest(%s) AS sent (%s))"
            .formatted(listed(Column::seen), listed(Column::placeholder), listed(Column::name));
    int first = text.indexOf(ROWS);
    if (text.indexOf(ROWS, first + 1) >= 0) {
      throw new IllegalArgumentException(ROWS + " comes twice: " + text);
    }
    return text.replace(ROWS, rows).replace(SCHEMA, schema);
  }

  private String listed(Function<Column<R>, String> part) {
    return columns.stream().map(part).collect(joining(", "));
  }
}
