package org.axonframework.eventhandling.tokenstore.jdbc;

import io.daybook.eventstore.token.PostgresTokenStore;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The engine's token store in the place of Axon's class, for which Axon's test asks.
class DelegatingTokenStore extends JdbcTokenStore {

  private final DataSource database;
  private final PostgresTokenStore store;

  DelegatingTokenStore(DataSource database, Serializer serializer, PostgresTokenStore store) {
    super(builder().connectionProvider(database::getConnection).serializer(serializer));
    this.database = database;
    this.store = store;
  }

  /// The tables are there; they are emptied.
  @Override
  public void createSchema(TokenTableFactory tables) {
    JdbcClient.create(database).sql("DELETE FROM event_store.token").update();
  }

  @Override
  public void initializeTokenSegments(String processor, int count) {
    store.initializeTokenSegments(processor, count);
  }

  @Override
  public void initializeTokenSegments(
      String processor, int count, @Nullable TrackingToken initial) {
    store.initializeTokenSegments(processor, count, initial);
  }

  @Override
  public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
    store.initializeSegment(token, processor, segment);
  }

  @Override
  public boolean requiresExplicitSegmentInitialization() {
    return store.requiresExplicitSegmentInitialization();
  }

  @Override
  public Optional<String> retrieveStorageIdentifier() {
    return store.retrieveStorageIdentifier();
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
    store.storeToken(token, processor, segment);
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processor, int segment) {
    return store.fetchToken(processor, segment);
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processor, Segment segment) {
    return store.fetchToken(processor, segment);
  }

  @Override
  public void releaseClaim(String processor, int segment) {
    store.releaseClaim(processor, segment);
  }

  @Override
  public void deleteToken(String processor, int segment) {
    store.deleteToken(processor, segment);
  }

  @Override
  public int[] fetchSegments(String processor) {
    return store.fetchSegments(processor);
  }

  @Override
  public List<Segment> fetchAvailableSegments(String processor) {
    return store.fetchAvailableSegments(processor);
  }
}
