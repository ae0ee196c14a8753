package io.daybook.eventstore.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.lamp.LampEvent;
import com.thoughtworks.xstream.XStream;
import io.daybook.eventstore.move.MoveRefused.Problem;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MoveTest {

  private final DataSource from = TestDatabase.fresh();
  private final NewHome home = new NewHome(TestDatabase.fresh());

  @Test
  void events_are_what_they_were_in_the_order_in_which_they_were() throws Exception {
    AxonTable source = AxonTable.in(from).filled(2_500);

    assertThat(home.move(from, NewHome.PLAN.withBatchSize(99))).isEqualTo(2_500);

    home.requireSame(source);
  }

  @Test
  void what_was_moved_is_not_moved_again() throws Exception {
    AxonTable source = AxonTable.in(from).filled(100);
    home.move(from, NewHome.PLAN);

    assertThat(home.move(from, NewHome.PLAN)).isZero();

    home.requireSame(source);
  }

  @Test
  void an_empty_table_is_moved_as_nothing() throws Exception {
    AxonTable.in(from);

    assertThat(home.move(from, NewHome.PLAN)).isZero();
    assertThat(home.moved()).isZero();
  }

  @Test
  void another_tenants_table_is_moved_beside_the_first() throws Exception {
    AxonTable.in(from).filled(100);
    DataSource other = TestDatabase.fresh();
    AxonTable.in(other).filled(50);
    home.move(from, NewHome.PLAN);

    assertThat(home.move(other, MovePlan.forTenant("studio"))).isEqualTo(50);
    assertThat(home.stored()).isEqualTo(150);
  }

  @Test
  void large_objects_and_other_names_are_read_as_well() throws Exception {
    AxonTable source = AxonTable.in(from).filled(100);
    JdbcClient.create(from)
        .sql(
            """
            CREATE TABLE domain_event_entry AS
            SELECT globalindex AS global_index, eventidentifier AS event_identifier,
                   aggregateidentifier AS aggregate_identifier, sequencenumber AS sequence_number, type,
                   payloadtype AS payload_type, payloadrevision AS payload_revision,
                   timestamp AS time_stamp, lo_from_bytea(0, payload) AS payload,
                   lo_from_bytea(0, metadata) AS meta_data
            FROM domainevententry
            """)
        .update();

    assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.TABLE_NOT_FOUND);
    assertThat(home.move(from, NewHome.PLAN.from("public.domain_event_entry"))).isEqualTo(100);

    home.requireSame(source);
  }

  @Test
  void a_type_of_another_name_is_moved_under_the_name_that_it_is_given() throws Exception {
    AxonTable source = AxonTable.in(from).filled(100);
    JdbcClient.create(from)
        .sql("UPDATE domainevententry SET payloadtype = 'org.old.Lit' WHERE sequencenumber > 0")
        .update();

    assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.UNKNOWN_TYPE);
    home.move(from, NewHome.PLAN.withTypes(Map.of("org.old.Lit", "lamp.LampLit")));

    JdbcClient.create(from)
        .sql("UPDATE domainevententry SET payloadtype = ? WHERE sequencenumber > 0")
        .param(LampEvent.Lit.class.getName())
        .update();
    home.requireSame(source);
  }

  @Test
  void everything_that_cannot_be_moved_is_reported_at_once_and_nothing_is_written() {
    AxonTable source = AxonTable.in(from).filled(100);
    source.append(lamp("lamp_a", 0, new LampEvent.Installed("lamp_a", "hall"), "no-uuid"));
    source.append(lamp("lamp_b", 3, new LampEvent.Installed("lamp_b", "hall")));
    source.append(lamp("lamp_c", 0, Map.of("no", "event")));
    source.append(lamp("lamp_d", 0, "nor this"));

    assertThat(refusal(NewHome.PLAN))
        .containsExactly(
            MoveRule.ID_NOT_UUID,
            MoveRule.SEQUENCE_BROKEN,
            MoveRule.UNKNOWN_TYPE,
            MoveRule.UNKNOWN_TYPE);
    assertThat(home.stored()).isZero();
  }

  @Test
  void xml_is_refused() {
    XStream lenient = new XStream();
    lenient.allowTypesByWildcard(new String[] {"com.example.**", "org.axonframework.**"});
    AxonTable.in(from, XStreamSerializer.builder().xStream(lenient).build())
        .append(lamp("lamp_a", 0, new LampEvent.Installed("lamp_a", "hall")));

    assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.UNREADABLE_METADATA);
    JdbcClient.create(from).sql("UPDATE domainevententry SET metadata = NULL").update();
    assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.UNREADABLE_PAYLOAD);
  }

  @Test
  void what_cannot_be_read_is_reported_before_anything_is_moved() throws Exception {
    AxonTable.in(from).filled(100);
    JdbcClient database = JdbcClient.create(from);
    database.sql("UPDATE domainevententry SET payload = 'broken' WHERE globalindex = 41").update();
    database.sql("UPDATE domainevententry SET metadata = '[]' WHERE globalindex = 62").update();
    database.sql("UPDATE domainevententry SET timestamp = 'noon' WHERE globalindex = 93").update();

    try (Move move = home.prepare(from, NewHome.PLAN.withBatchSize(10))) {
      MoveRefused refused = catchThrowableOfType(MoveRefused.class, () -> move.check(more -> {}));
      assertThat(refused.problems())
          .extracting(Problem::rule)
          .containsExactly(
              MoveRule.UNREADABLE_PAYLOAD,
              MoveRule.UNREADABLE_METADATA,
              MoveRule.UNREADABLE_TIMESTAMP);
    }
    assertThat(home.stored()).isZero();
  }

  @Test
  void what_could_not_be_shown_is_reported_like_what_cannot_be_read() throws Exception {
    AxonTable.in(from).filled(100);
    JdbcClient database = JdbcClient.create(from);
    String payload =
        "UPDATE domainevententry SET payload = convert_to(?, 'UTF8') WHERE globalindex = ?";
    database.sql(payload).params("{\"lamp\":\"\\ud83d\",\"room\":\"hall\"}", 4).update();
    database.sql(payload).params("{\"lamp\":\"a\",\"room\":\"\\u0000\"}", 5).update();
    database
        .sql("UPDATE domainevententry SET metadata = convert_to(?, 'UTF8') WHERE globalindex = 6")
        .param("{\"user\":\"\\ud83d\"}")
        .update();

    try (Move move = home.prepare(from, NewHome.PLAN)) {
      MoveRefused refused = catchThrowableOfType(MoveRefused.class, () -> move.check(more -> {}));
      assertThat(refused.problems())
          .extracting(Problem::rule)
          .containsExactly(
              MoveRule.UNREADABLE_PAYLOAD,
              MoveRule.UNREADABLE_PAYLOAD,
              MoveRule.UNREADABLE_METADATA);
    }
    assertThat(home.stored()).isZero();
  }

  @Test
  void of_many_that_cannot_be_read_some_are_reported() throws Exception {
    AxonTable.in(from).filled(100);
    JdbcClient.create(from)
        .sql("UPDATE domainevententry SET metadata = '[]' WHERE globalindex > 20")
        .update();

    try (Move move = home.prepare(from, NewHome.PLAN.withBatchSize(10))) {
      MoveRefused refused = catchThrowableOfType(MoveRefused.class, () -> move.check(more -> {}));
      assertThat(refused.problems()).hasSizeBetween(20, 30);
    }
  }

  @Test
  void what_can_be_read_is_checked_to_the_end() throws Exception {
    AxonTable.in(from).filled(100);
    AtomicLong checked = new AtomicLong();

    try (Move move = home.prepare(from, NewHome.PLAN.withBatchSize(10))) {
      move.check(checked::addAndGet);
    }
    assertThat(checked).hasValue(100);
    assertThat(home.stored()).isZero();
  }

  @Test
  void an_event_that_cannot_be_read_ends_the_move_behind_those_before_it() throws Exception {
    AxonTable source = AxonTable.in(from).filled(100);
    JdbcClient database = JdbcClient.create(from);
    database.sql("UPDATE domainevententry SET payload = 'broken' WHERE globalindex = 51").update();
    MovePlan plan = NewHome.PLAN.withBatchSize(10);

    try (Move move = home.prepare(from, plan)) {
      MoveRefused refused = catchThrowableOfType(MoveRefused.class, () -> move.run(more -> {}));
      assertThat(refused.problems())
          .extracting(Problem::rule)
          .containsExactly(MoveRule.UNREADABLE_PAYLOAD);
    }
    assertThat(home.stored()).isEqualTo(50);

    database
        .sql(
            """
            UPDATE domainevententry SET payload = convert_to(
              format('{"lamp":"%s","brightness":%s}', aggregateidentifier, sequencenumber), 'UTF8')
            WHERE globalindex = 51
            """)
        .update();
    assertThat(home.move(from, plan)).isEqualTo(50);
    home.requireSame(source);
  }

  @Test
  void a_store_that_has_events_of_its_own_is_not_moved_into() throws Exception {
    AxonTable.in(from).filled(100);
    home.move(from, NewHome.PLAN);
    JdbcClient.create(home.database()).sql("UPDATE event_store.head SET position = 101").update();

    assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.TARGET_IN_USE);
  }

  @Test
  void a_move_goes_on_with_its_own_tenant_and_table_only() throws Exception {
    AxonTable.in(from).filled(100);
    home.move(from, NewHome.PLAN);

    assertThat(refusal(MovePlan.forTenant("studio"))).containsExactly(MoveRule.ANOTHER_MOVE);
    JdbcClient.create(from)
        .sql("UPDATE domainevententry SET eventidentifier = ? WHERE globalindex = 100")
        .param(UUID.randomUUID().toString())
        .update();
    assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.ANOTHER_MOVE);
  }

  @Test
  void one_move_runs_at_a_time() throws Exception {
    AxonTable.in(from).filled(100);

    try (Move move = home.prepare(from, NewHome.PLAN)) {
      assertThat(refusal(NewHome.PLAN)).containsExactly(MoveRule.MOVE_RUNNING);
      move.run(more -> {});
    }
    assertThat(home.stored()).isEqualTo(100);
  }

  @Test
  void a_source_that_grows_behind_the_move_is_reported() throws Exception {
    AxonTable source = AxonTable.in(from).filled(100);

    try (Move move = home.prepare(from, NewHome.PLAN)) {
      MoveRefused refused =
          catchThrowableOfType(MoveRefused.class, () -> move.run(more -> addBefore(source)));
      assertThat(refused.problems())
          .extracting(Problem::rule)
          .containsExactly(MoveRule.SOURCE_CHANGED);
    }
  }

  /// As a transaction does that took its index early and committed late.
  private void addBefore(AxonTable source) {
    source.append(lamp("lamp_late", 0, new LampEvent.Installed("lamp_late", "hall")));
    JdbcClient.create(from)
        .sql("UPDATE domainevententry SET globalindex = 0 WHERE aggregateidentifier = 'lamp_late'")
        .update();
  }

  @Test
  void an_interrupted_move_goes_on() throws Exception {
    AxonTable source = AxonTable.in(from).filled(100);
    MovePlan plan = NewHome.PLAN.withBatchSize(10);
    try (Move move = home.prepare(from, plan)) {
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> move.run(more -> Thread.currentThread().interrupt()));
      assertThat(move.moved()).isEqualTo(10);
    }

    assertThat(home.move(from, plan)).isEqualTo(90);
    home.requireSame(source);
  }

  @Test
  void an_event_of_another_tenant_is_refused() {
    AxonTable.in(from).filled(100);

    assertThat(refusal(MovePlan.forTenant("shop").withMetadata(Map.of("user", "otto"))))
        .containsOnly(MoveRule.UNREADABLE_METADATA);
  }

  private List<MoveRule> refusal(MovePlan plan) {
    MoveRefused refused =
        catchThrowableOfType(MoveRefused.class, () -> home.prepare(from, plan).close());
    return refused.problems().stream().map(Problem::rule).toList();
  }

  private static EventMessage<?> lamp(String lamp, long sequence, Object payload) {
    return lamp(lamp, sequence, payload, UUID.randomUUID().toString());
  }

  private static EventMessage<?> lamp(String lamp, long sequence, Object payload, String id) {
    return AxonTable.event(lamp, sequence, payload, id);
  }
}
