package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.ReadTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphiqlPageTest extends ReadTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern URL = Pattern.compile("url\\((.{5})");

  @Test
  void the_page_and_all_that_it_refers_to_come_from_here() {
    HttpResponse<String> page = get("/graphiql");

    List<String> references = found(REFERENCE, page.body());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(references).hasSize(5).allMatch(reference -> reference.matches("/[^/].*"));
    assertThat(references).allMatch(reference -> get(reference).statusCode() == 200);
  }

  @Test
  void neither_page_nor_script_names_a_foreign_host() {
    assertThat(get("/graphiql").body() + get("/graphiql/graphiql.js").body())
        .doesNotContain("http:", "https://", "esm.sh", "unpkg", "cdn");
  }

  @Test
  void the_style_sheet_loads_nothing_from_elsewhere() {
    String style = get(found(REFERENCE, get("/graphiql").body()).getFirst()).body();

    assertThat(found(URL, style)).isNotEmpty().containsOnly("data:");
    assertThat(style).doesNotContain("@import");
  }

  @Test
  void browsers_are_told_to_load_nothing_from_elsewhere() {
    assertThat(get("/graphiql").headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'")
        .doesNotContain("http", "*");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }
}
