package io.daybook.app.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.app.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @TempDir private Path folder;
  private final Defects defects = new Defects(null);

  @Test
  void lines_are_numbered_as_an_editor_numbers_them() throws IOException {
    List<Long> lines = read("id,note\n1,one\n2,\"two\nlines\"\n3,three\n", Row::line);
    assertThat(lines).containsExactly(2L, 3L, 5L);
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_heading() throws IOException {
    assertThat(read("\uFEFFid,note\n7,x\n", row -> row.count("id"))).containsExactly(7);
  }

  @Test
  void every_missing_column_is_told() throws IOException {
    read("number\n1\n", Row::line);
    assertThat(defects.found()).extracting(Defect::column).containsExactly("id", "note");
    assertThat(defects.found()).extracting(Defect::line).containsOnly(1L);
  }

  @Test
  void a_line_with_too_few_values_is_told_and_the_others_are_read() throws IOException {
    List<Integer> ids = read("id,note\n1\n2,two\n", row -> row.count("id"));
    assertThat(ids).containsExactly(2);
    assertThat(defects.found()).extracting(Defect::line).containsExactly(2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1996-13-01", "1996-02-30", "04.07.1996", "", "1996-7-4"})
  void a_malformed_date_is_told(String value) throws IOException {
    read("id,note\n1," + value + "\n", row -> row.date("note"));
    assertThat(defects.found())
        .extracting(Defect::file, Defect::line, Defect::column, Defect::value)
        .containsExactly(tuple("some.csv", 2L, "note", value));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01,true",
    "2026-11-26,true",
    "1600-07-04,false",
    "1969-12-31,false",
    "2026-11-27,false",
    "2099-01-01,false"
  })
  void a_date_lies_between_1970_and_today(String value, boolean good) throws IOException {
    read("id,note\n1," + value + "\n", row -> row.date("note"));
    assertThat(defects.found()).hasSize(good ? 0 : 1);
    assertThat(defects.found()).allMatch(defect -> defect.toString().contains("'" + value + "'"));
  }

  @Test
  void headings_may_be_in_capital_letters() throws IOException {
    assertThat(read("ID,Note\n7,x\n", row -> row.count("id"))).containsExactly(7);
    assertThat(defects.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "id;note ! separated by something else than commas",
        "'id\tnote' ! separated by something else than commas",
        "'id, note' ! blanks before or after",
      })
  void what_a_spreadsheet_did_to_the_headings_is_guessed(String headings, String hint)
      throws IOException {
    read(headings + "\n", Row::line);
    assertThat(defects.found()).isNotEmpty().allMatch(it -> it.rule().contains(hint));
  }

  @Test
  void all_defects_go_to_a_file_that_is_named() throws IOException {
    Path report = folder.resolve("defects.txt");
    Defects many = new Defects(report);
    Path file = Files.writeString(folder.resolve("some.csv"), "id,note\n" + "x,y\n".repeat(50));
    new CsvFile(file, List.of("id", "note"), TODAY, many).read(row -> row.count("id"));
    Failure failure = catchThrowableOfType(Failure.class, many::refuseIfAny);
    assertThat(failure.sentence()).contains("and 30 more", report.toString());
    assertThat(Files.readAllLines(report))
        .hasSize(50)
        .last()
        .isEqualTo("some.csv, line 51, column id: 'x' must be a whole number, 0 or more");
  }

  @Test
  void a_file_without_rows_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("some.csv"), "id,note\n");
    new CsvFile(file, List.of("id", "note"), TODAY, defects).readSome(Row::line);
    assertThat(defects.found()).containsExactly(Defect.empty("some.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "12.5,true",
    "-3.00,true",
    "0,true",
    "12.999,false",
    "1e3,false",
    "12;5,false",
    "$5,false"
  })
  void an_amount_is_a_plain_decimal(String value, boolean good) throws IOException {
    read("id,note\n1," + value + "\n", row -> row.amount("note"));
    assertThat(defects.found().isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "0,true",
    "0.05,true",
    ".25,true",
    "1,false",
    "1.0,false",
    "-0.1,false",
    "0.12345,false"
  })
  void a_fraction_is_below_one(String value, boolean good) throws IOException {
    read("id,note\n1," + value + "\n", row -> row.fraction("note"));
    assertThat(defects.found().isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "many", "12345678901"})
  void a_count_is_a_whole_number(String value) throws IOException {
    read("id,note\n1," + value + "\n", row -> row.count("note"));
    assertThat(defects.found()).extracting(Defect::value).containsExactly(value);
  }

  @Test
  void quotation_marks_that_do_not_match_are_told() throws IOException {
    read("id,note\n1,\"open\n", Row::line);
    assertThat(defects.found()).hasSize(1);
  }

  @Test
  void another_encoding_is_told() throws IOException {
    Path file = folder.resolve("some.csv");
    Files.write(file, "id,note\n1,Müller\n".getBytes(StandardCharsets.ISO_8859_1));
    new CsvFile(file, List.of("id", "note"), TODAY, defects).read(Row::line);
    assertThat(defects.found()).hasSize(1);
  }

  private <T> List<T> read(String content, Function<Row, T> reading) throws IOException {
    Path file = Files.writeString(folder.resolve("some.csv"), content);
    return new CsvFile(file, List.of("id", "note"), TODAY, defects).read(reading);
  }
}
