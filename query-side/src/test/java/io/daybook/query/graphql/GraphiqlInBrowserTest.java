package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.query.testing.Browser;
import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.ReadTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only a browser can tell whether the page lives with what it is forbidden to load.
class GraphiqlInBrowserTest extends ReadTest {
  @Test
  void the_query_that_the_page_opens_with_is_answered(@TempDir Path profile) throws Exception {
    Optional<Path> chromium = Browser.find();
    assumeTrue(chromium.isPresent(), "There is no Chromium on this machine");
    given(OrderEvents.started(1));
    try (Browser browser =
        Browser.open(chromium.orElseThrow(), profile, uri("/graphiql?tenant=" + tenant))) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> browser.evaluate("!!document.querySelector('.graphiql-execute-button')"),
              found -> found.asBoolean(false));
      browser.evaluate("document.querySelector('.graphiql-execute-button').click()");

      String shown =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(
                  () ->
                      browser
                          .evaluate("document.querySelector('.graphiql-response').innerText")
                          .asString(""),
                  text -> text.contains("orders"));

      assertThat(shown).contains("\"status\": \"PLACING\"").doesNotContain("errors");
    }
  }
}
