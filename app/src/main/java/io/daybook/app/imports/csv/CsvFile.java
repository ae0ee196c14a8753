package io.daybook.app.imports.csv;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file of comma-separated values (RFC 4180) in UTF-8 with headings in its first line, in small or
/// capital letters.
///
/// @param today no date in it is later
public record CsvFile(Path path, List<String> columns, LocalDate today, Defects defects) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .get();
  private static final String OTHER_SEPARATORS = ";\t|";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// The same, of a file that must have a row.
  public <T> List<T> readSome(Function<Row, T> reading) {
    int before = defects.found().size();
    List<T> rows = read(reading);
    if (rows.isEmpty() && defects.found().size() == before) {
      defects.add(Defect.empty(name()));
    }
    return rows;
  }

  /// Every line that has all values, read by the given function; the others are defects.
  public <T> List<T> read(Function<Row, T> reading) {
    try (BufferedReader text = open();
        CSVParser parser = FORMAT.parse(text)) {
      return hasAllColumns(parser) ? rows(parser, reading) : List.of();
    } catch (CharacterCodingException e) {
      defects.add(new Defect(name(), 1, null, null, "must be in UTF-8"));
    } catch (IllegalArgumentException e) { // a heading that is missing or stands there twice
      defects.add(new Defect(name(), 1, null, null, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read " + path, e);
    }
    return List.of();
  }

  private BufferedReader open() throws IOException {
    BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private boolean hasAllColumns(CSVParser parser) {
    List<String> missing =
        columns.stream().filter(column -> !parser.getHeaderMap().containsKey(column)).toList();
    List<String> headings = parser.getHeaderNames();
    String hint = hint(headings);
    for (String column : missing) {
      defects.add(new Defect(name(), 1, column, null, "is missing; there is " + headings + hint));
    }
    return missing.isEmpty();
  }

  /// What spreadsheets often do to a first line.
  private static String hint(List<String> headings) {
    String first = String.join("", headings);
    if (OTHER_SEPARATORS.chars().anyMatch(separator -> first.indexOf(separator) >= 0)) {
      return ", so the values seem to be separated by something else than commas";
    }
    if (headings.stream().anyMatch(heading -> !heading.equals(heading.strip()))) {
      return ", some with blanks before or after the name";
    }
    return "";
  }

  private <T> List<T> rows(CSVParser parser, Function<Row, T> reading) throws IOException {
    List<T> rows = new ArrayList<>();
    Iterator<CSVRecord> records = parser.iterator();
    long line = parser.getCurrentLineNumber() + 1;
    try {
      while (records.hasNext()) {
        CSVRecord values = records.next();
        if (values.isConsistent()) {
          rows.add(reading.apply(new Row(name(), line, values, today, defects)));
        } else {
          defects.add(wrongCount(line, values, parser.getHeaderNames().size()));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      defects.add(new Defect(name(), line, null, null, "has quotation marks that do not match"));
    }
    return rows;
  }

  private Defect wrongCount(long line, CSVRecord values, int wanted) {
    return new Defect(
        name(), line, null, String.join(",", values.values()), "must have " + wanted + " values");
  }

  private String name() {
    return path.getFileName().toString();
  }
}
