package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.LampEvent;
import com.example.lamp.LampTest;
import io.daybook.eventstore.token.PostgresTokenStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensTest extends LampTest {

  @Autowired TokenStore tokens;
  @Autowired TransactionManager transactions;
  @Autowired DataSource source;
  @Autowired Serializer serializer;

  @Test
  void of_nodes_that_start_for_the_first_time_together_one_lays_out_the_segments()
      throws Exception {
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> starts =
          nodes.invokeAll(
              IntStream.range(1, 7).<Callable<Boolean>>mapToObj(n -> () -> layOut(n)).toList());

      assertThat(starts).allMatch(Future::resultNow);
    }
    int[] segments = tokens.fetchSegments("new-processor");
    assertThat(segments)
        .hasSizeBetween(1, 6)
        .isEqualTo(IntStream.range(0, segments.length).toArray());
  }

  private boolean layOut(int segments) {
    tokens.initializeTokenSegments("new-processor", segments);
    return true;
  }

  @Test
  void a_replay_token_comes_back_as_it_was() {
    TrackingToken replay =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(5));
    transactions.executeInTransaction(() -> tokens.initializeTokenSegments("replaying", 1, replay));

    assertThat(transactions.fetchInTransaction(() -> tokens.fetchToken("replaying", 0)))
        .isEqualTo(replay);
  }

  @Test
  void a_node_that_was_paused_cannot_move_the_token_of_its_successor() {
    PostgresTokenStore paused = new PostgresTokenStore(source, serializer, Duration.ZERO);
    PostgresTokenStore successor = new PostgresTokenStore(source, serializer, Duration.ZERO);
    paused.initializeTokenSegments("fenced", 1);
    paused.fetchToken("fenced", 0);
    paused.storeToken(new GlobalSequenceTrackingToken(3), "fenced", 0);

    assertThat(successor.fetchToken("fenced", 0)).isEqualTo(new GlobalSequenceTrackingToken(3));
    successor.storeToken(new GlobalSequenceTrackingToken(5), "fenced", 0);

    assertThatThrownBy(() -> paused.storeToken(new GlobalSequenceTrackingToken(4), "fenced", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> paused.extendClaim("fenced", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    paused.releaseClaim("fenced", 0);
    successor.storeToken(new GlobalSequenceTrackingToken(6), "fenced", 0);
    assertThat(successor.of("fenced")).containsEntry(0, new GlobalSequenceTrackingToken(6));
  }

  @Test
  void of_many_nodes_that_want_a_segment_one_gets_it() throws Exception {
    tokens.initializeTokenSegments("wanted", 1);
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> claims =
          nodes.invokeAll(Stream.<Callable<Boolean>>generate(() -> this::claim).limit(8).toList());

      assertThat(claims.stream().filter(Future::resultNow)).hasSize(1);
    }
  }

  private boolean claim() {
    try {
      new PostgresTokenStore(source, serializer, Duration.ofMinutes(1)).fetchToken("wanted", 0);
      return true;
    } catch (UnableToClaimTokenException e) {
      return false;
    }
  }

  @Test
  void a_processor_begins_at_the_start_that_is_set_wherever_it_has_been() {
    transactions.executeInTransaction(() -> tokens.initializeTokenSegments("moved", 2));

    new ProcessorStates(source).startBehind(42, List.of("moved"));

    assertThat(tokens.fetchSegments("moved")).isEmpty();
    tokens.initializeTokenSegments("moved", 3, new GlobalSequenceTrackingToken(0));
    assertThat(tokens.fetchToken("moved", 2)).isEqualTo(new GlobalSequenceTrackingToken(42));
  }

  @Test
  void a_token_that_a_crash_has_taken_back_is_not_moved_on() {
    transactions.executeInTransaction(() -> tokens.initializeTokenSegments("crashed", 1));
    tokens.fetchToken("crashed", 0);
    store("crashed", 5);
    String before = text("crashed");
    store("crashed", 6);
    database
        .sql("UPDATE event_store.token SET token = ? WHERE processor = 'crashed'")
        .param(before)
        .update();

    assertThatThrownBy(() -> store("crashed", 7)).isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> tokens.extendClaim("crashed", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThat(tokens.fetchToken("crashed", 0)).isEqualTo(new GlobalSequenceTrackingToken(5));
    store("crashed", 6);
  }

  @Test
  void a_token_whose_transaction_failed_is_the_one_before() {
    transactions.executeInTransaction(() -> tokens.initializeTokenSegments("failed", 1));
    tokens.fetchToken("failed", 0);
    store("failed", 5);

    Transaction transaction = transactions.startTransaction();
    tokens.storeToken(new GlobalSequenceTrackingToken(6), "failed", 0);
    transaction.rollback();

    store("failed", 7);
    assertThat(tokens.fetchToken("failed", 0)).isEqualTo(new GlobalSequenceTrackingToken(7));
  }

  @Test
  void a_claim_can_be_extended_while_its_token_is_being_moved() throws Exception {
    tokens.initializeTokenSegments("busy", 1);
    tokens.fetchToken("busy", 0);
    try (ExecutorService coordinator = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> extended =
          transactions.fetchInTransaction(
              () -> {
                tokens.storeToken(new GlobalSequenceTrackingToken(1), "busy", 0);
                return coordinator.submit(() -> extend("busy"));
              });
      assertThat(extended).succeedsWithin(Duration.ofSeconds(30));

      Future<Boolean> worker = coordinator.submit(() -> move("busy", 300));
      while (!worker.isDone()) {
        tokens.extendClaim("busy", 0);
      }
      assertThat(worker).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  private boolean extend(String processor) {
    tokens.extendClaim(processor, 0);
    return true;
  }

  private boolean move(String processor, int times) {
    for (int position = 2; position < times; position++) {
      TrackingToken token = new GlobalSequenceTrackingToken(position);
      transactions.executeInTransaction(() -> tokens.storeToken(token, processor, 0));
    }
    return true;
  }

  /// A processor without transactions, as that of the payments.
  @Test
  void a_claim_can_be_extended_before_its_owner_hears_that_its_token_is_stored() {
    Interjection source = new Interjection(this.source);
    PostgresTokenStore node = new PostgresTokenStore(source, serializer, Duration.ofMinutes(1));
    node.initializeTokenSegments("unbound", 1);
    node.fetchToken("unbound", 0);

    CompletableFuture<Boolean> extended = new CompletableFuture<>();
    source.afterNextStatement(
        () -> {
          node.extendClaim("unbound", 0);
          extended.complete(true);
        });
    node.storeToken(new GlobalSequenceTrackingToken(3), "unbound", 0);

    assertThat(extended).isCompleted();
    node.storeToken(new GlobalSequenceTrackingToken(4), "unbound", 0);
    assertThat(node.of("unbound")).containsEntry(0, new GlobalSequenceTrackingToken(4));
  }

  @Test
  void a_token_that_is_stored_without_being_fetched_claims_its_segment() {
    PostgresTokenStore tool = new PostgresTokenStore(source, serializer, Duration.ofMinutes(1));
    PostgresTokenStore other = new PostgresTokenStore(source, serializer, Duration.ofMinutes(1));
    tool.initializeTokenSegments("unclaimed", 1);

    tool.storeToken(new GlobalSequenceTrackingToken(3), "unclaimed", 0);

    assertThat(tool.of("unclaimed")).containsEntry(0, new GlobalSequenceTrackingToken(3));
    assertThatThrownBy(() -> other.storeToken(new GlobalSequenceTrackingToken(9), "unclaimed", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> other.fetchToken("unclaimed", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void the_context_of_a_reset_comes_back_or_is_refused_before_the_reset() {
    tokens.initializeTokenSegments("reasons", 1, resetFor(new Reason("a new column")));
    assertThat(ReplayToken.replayContext(tokens.fetchToken("reasons", 0), Reason.class))
        .hasValue(new Reason("a new column"));

    Serializer strict =
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(new JsonRules(List.of())).build();
    PostgresTokenStore store = new PostgresTokenStore(source, strict, Duration.ofMinutes(1));
    assertThatThrownBy(
            () ->
                store.initializeTokenSegments(
                    "strange", 1, resetFor(new LampEvent.Lit("shop/lamp", 1))))
        .hasStackTraceContaining("daybook.engine.trusted-packages");
    assertThat(store.fetchSegments("strange")).isEmpty();
  }

  @Test
  void a_token_that_cannot_be_read_says_what_to_do() {
    tokens.initializeTokenSegments("unreadable", 1, resetFor(new Reason("x")));
    database
        .sql(
            "UPDATE event_store.token SET token = replace(token, 'Reason', 'Raison')"
                + " WHERE processor = 'unreadable'")
        .update();

    try {
      assertThatThrownBy(() -> tokens.fetchToken("unreadable", 0))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("daybook.engine.trusted-packages");
    } finally {
      database.sql("DELETE FROM event_store.token WHERE processor = 'unreadable'").update();
    }
  }

  /// Of the application's.
  record Reason(String text) {}

  private static TrackingToken resetFor(Object context) {
    return ReplayToken.createReplayToken(
        new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(5), context);
  }

  private void store(String processor, long position) {
    transactions.executeInTransaction(
        () -> tokens.storeToken(new GlobalSequenceTrackingToken(position), processor, 0));
  }

  private String text(String processor) {
    return database
        .sql("SELECT token FROM event_store.token WHERE processor = ?")
        .param(processor)
        .query(String.class)
        .single();
  }
}
