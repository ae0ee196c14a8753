package io.daybook.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hosts that this server is known by: the loopback names, any address (a page that had its name point
/// here by DNS rebinding still sends the name), and those that were configured.
final class KnownHosts {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private final Set<String> configured;

  KnownHosts(Collection<String> configured) {
    this.configured =
        configured.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// @param header the `Host` of a request, with its port or without
  boolean isKnown(String header) {
    String host = nameIn(header);
    return host != null
        && (ADDRESS.matcher(host).matches() || LOOPBACK.matcher(host).matches() || has(host));
  }

  /// @param header the `Origin` of a request; that of a page without one is `null`
  /// @param host the `Host` of the same request: a page may send to the server that it came from
  boolean isKnownOrigin(String header, @Nullable String host) {
    String origin = hostOf(header);
    boolean own = origin != null && host != null && origin.equals(nameIn(host));
    return origin != null && (own || LOOPBACK.matcher(origin).matches() || has(origin));
  }

  private boolean has(String host) {
    return configured.contains(host);
  }

  private static @Nullable String nameIn(String header) {
    Matcher host = HOST.matcher(header);
    return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : null;
  }

  private static @Nullable String hostOf(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
