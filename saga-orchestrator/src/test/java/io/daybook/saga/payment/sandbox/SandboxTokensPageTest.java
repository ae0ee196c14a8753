package io.daybook.saga.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SandboxTokensPageTest {
  private static final Path PAGE = Path.of("..", "docs", "requests.md");

  @Test
  void the_page_of_requests_has_every_token() throws IOException {
    List<String> told =
        Pattern.compile("^\\| `sandbox:([a-z-]+)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();

    assertThat(told)
        .containsExactlyElementsOf(
            Stream.of(SandboxToken.values()).map(SandboxToken::spelling).toList());
  }
}
