package io.daybook.eventstore;

/// The name of a stream that belongs to a tenant: `<tenant>/<id>`. It is the aggregate's identifier in Axon, and
/// the database indexes the tenant by it.
public record StreamName(String tenant, String id) {

  private static final char SEPARATOR = '/';

  /// Selects the streams of a tenant, its one parameter, by the index.
  public static final String OF_TENANT = "split_part(stream, '/', 1) = ?";

  public StreamName {
    if (tenant.isEmpty() || tenant.indexOf(SEPARATOR) >= 0) {
      throw new IllegalArgumentException("No tenant can be called '" + tenant + "'");
    }
  }

  /// @throws IllegalArgumentException if the name has no tenant
  public static StreamName parse(String stream) {
    int slash = stream.indexOf(SEPARATOR);
    if (slash < 0) {
      throw new IllegalArgumentException("Not <tenant>/<id>: " + stream);
    }
    return new StreamName(stream.substring(0, slash), stream.substring(slash + 1));
  }

  @Override
  public String toString() {
    return tenant + SEPARATOR + id;
  }
}
