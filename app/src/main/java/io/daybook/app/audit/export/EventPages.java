package io.daybook.app.audit.export;

import io.daybook.app.cli.AdminClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Asks for one page after the other.
///
/// @param path of the route, with the events that it tells
/// @param parameters that are the same for all pages
record EventPages(AdminClient admin, String path, Map<String, String> parameters) {
  private static final int LARGEST = 1000;

  JsonNode page(long after, long limit) throws InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("after", Long.toString(after));
    all.put("limit", Long.toString(Math.min(limit, LARGEST)));
    return admin.get(
        all.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", path + "?", "")));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
