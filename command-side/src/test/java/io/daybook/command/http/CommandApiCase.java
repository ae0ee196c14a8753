package io.daybook.command.http;

import io.daybook.command.testing.CommandSideTest;
import io.daybook.kernel.Uuid7;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests as a caller would send them, to the whole command side on PostgreSQL.
@AutoConfigureMockMvc
abstract class CommandApiCase extends CommandSideTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired private MockMvcTester mvc;

  static String fresh(String prefix) {
    return prefix + Uuid7.at(Instant.now());
  }

  MvcTestResult post(String path, String body, String... headers) {
    return send(HttpMethod.POST, path, body, headers);
  }

  MvcTestResult sendAs(String actor, String path, String body, String... headers) {
    return exchange(HttpMethod.POST, path, body, actor, headers);
  }

  MvcTestResult send(HttpMethod method, String path, String body, String... headers) {
    return exchange(method, path, body, "staff:usr_7", headers);
  }

  private MvcTestResult exchange(
      HttpMethod method, String path, String body, String actor, String... headers) {
    var request =
        mvc.method(method)
            .uri(URI.create("/api/v1" + path))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .header("Daybook-Actor", actor);
    for (int i = 0; i < headers.length; i += 2) {
      request = request.header(headers[i], headers[i + 1]);
    }
    return request.exchange();
  }

  static JsonNode json(MvcTestResult result) {
    try {
      return MAPPER.readTree(result.getResponse().getContentAsString());
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String id(MvcTestResult result) {
    return json(result).path("id").asString();
  }

  static String code(MvcTestResult result) {
    return json(result).path("code").asString();
  }

  static String category(String name) {
    return MAPPER.writeValueAsString(Map.of("name", name));
  }
}
