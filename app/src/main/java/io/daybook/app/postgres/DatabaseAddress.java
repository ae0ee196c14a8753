package io.daybook.app.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL answers, and as whom to log in.
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final String JDBC = "jdbc:postgresql:";

  /// Takes `postgres://user:password@host:port/database?sslmode=require` and `jdbc:postgresql:…`.
  public static DatabaseAddress parse(String url) {
    if (url.startsWith(JDBC)) {
      return new DatabaseAddress(url, null, null);
    }
    try {
      return of(new URI(url));
    } catch (URISyntaxException e) { // its message would repeat the URL, and with it the password
      throw new IllegalArgumentException("the database URL is not a URL");
    }
  }

  private static DatabaseAddress of(URI uri) {
    boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
    if (!known || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "a database URL starts with postgres://host, postgresql://host or " + JDBC);
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String[] login = uri.getRawUserInfo() == null ? new String[0] : split(uri.getRawUserInfo());
    return new DatabaseAddress(
        JDBC + "//" + uri.getHost() + port + path + query,
        login.length > 0 ? decode(login[0]) : null,
        login.length > 1 ? decode(login[1]) : null);
  }

  private static String[] split(String userInfo) {
    return userInfo.split(":", 2);
  }

  /// A plus sign stands for itself in a URL's login, unlike in a form.
  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  public Connection connect() throws SQLException {
    Properties login = new Properties();
    if (user != null) {
      login.setProperty("user", user);
    }
    if (password != null) {
      login.setProperty("password", password);
    }
    login.putIfAbsent("loginTimeout", "10");
    return DriverManager.getConnection(jdbcUrl, login);
  }

  /// Never shows the login, which a JDBC URL carries in its query.
  @Override
  public String toString() {
    int query = jdbcUrl.indexOf('?');
    return query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
  }
}
