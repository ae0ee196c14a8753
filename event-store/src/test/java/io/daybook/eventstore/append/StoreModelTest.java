package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.Claims;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/// Random units of work against the store, and against a model of it that fits on a page: both accept
/// the same ones, and end the same.
class StoreModelTest {

  private static final DataSource DATABASE = TestDatabase.pooled();
  private static final Rig RIG = new Rig(DATABASE);
  private static final Claims CLAIMS =
      new StagedClaims(DATABASE, RIG.appender, new OptimisticAssumptions(RIG.appender));
  private static final int FEW = 3;

  @AfterContainer
  static void close() {
    RIG.close();
  }

  sealed interface Step {
    /// @param late how many events the writer has not seen
    record Append(int stream, int events, int late) implements Step {}

    record Take(int key, int owner) implements Step {}

    record Release(int key, int owner) implements Step {}
  }

  /// The streams' lengths and the claims' owners.
  private record Model(Map<String, Integer> lengths, Map<String, String> owners) {

    Model copy() {
      return new Model(new HashMap<>(lengths), new HashMap<>(owners));
    }

    /// False if the store must refuse it.
    boolean apply(Step step) {
      switch (step) {
        case Step.Append(int stream, int events, int late) -> {
          int length = lengths.getOrDefault(stream(stream), 0);
          if (Math.min(late, length) > 0) {
            return false;
          }
          lengths.put(stream(stream), length + events);
        }
        case Step.Take(int key, int owner) -> owners.putIfAbsent("key" + key, "owner" + owner);
        case Step.Release(int key, int owner) -> owners.remove("key" + key, "owner" + owner);
      }
      return true;
    }
  }

  private String tenant = "";

  @Property(tries = 100)
  void the_store_does_what_the_model_does(@ForAll("units") List<List<Step>> units) {
    tenant = "t" + UUID.randomUUID();
    Model model = new Model(new HashMap<>(), new HashMap<>());
    for (List<Step> unit : units) {
      Model next = model.copy();
      boolean accepted = unit.stream().allMatch(next::apply);

      assertThat(run(unit, model)).isEqualTo(accepted);

      model = accepted ? next : model;
    }
    assertSame(model);
  }

  private void assertSame(Model model) {
    for (int n = 0; n < FEW; n++) {
      int length = model.lengths().getOrDefault(stream(n), 0);
      assertThat(RIG.sequencesOf(tenant + "/" + stream(n)))
          .containsExactlyElementsOf(LongStream.range(0, length).boxed().toList());
    }
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    for (int n = 0; n < FEW; n++) {
      assertThat(CLAIMS.owner(tenant, "kind", "key" + n).orElse(null))
          .isEqualTo(model.owners().get("key" + n));
      String owner = "owner" + n;
      assertThat(CLAIMS.countOwnedBy(tenant, "kind", owner))
          .isEqualTo(model.owners().values().stream().filter(owner::equals).count());
    }
    unit.commit();
    assertThat(RIG.rows.head()).isEqualTo(RIG.all().size());
  }

  private boolean run(List<Step> steps, Model before) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    Map<String, Integer> lengths = new HashMap<>(before.lengths());
    try {
      steps.forEach(step -> run(step, lengths));
      unit.commit();
      return true;
    } catch (ConcurrencyException | AggregateStreamCreationException e) {
      return false;
    } finally {
      if (unit.isActive()) {
        unit.rollback();
      }
    }
  }

  private void run(Step step, Map<String, Integer> lengths) {
    switch (step) {
      case Step.Append(int stream, int events, int late) -> {
        int length = lengths.getOrDefault(stream(stream), 0);
        RIG.append(tenant + "/" + stream(stream), Math.max(0, length - late), events);
        lengths.put(stream(stream), length + events);
      }
      case Step.Take(int key, int owner) ->
          CLAIMS.take(tenant, "kind", "key" + key, "owner" + owner);
      case Step.Release(int key, int owner) ->
          CLAIMS.release(tenant, "kind", "key" + key, "owner" + owner);
    }
  }

  private static String stream(int n) {
    return "lamp_" + n;
  }

  @Provide
  Arbitrary<List<List<Step>>> units() {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, FEW - 1);
    Arbitrary<Integer> late = Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1));
    Arbitrary<Step> append =
        Combinators.combine(few, Arbitraries.integers().between(1, 4), late).as(Step.Append::new);
    Arbitrary<Step> take = Combinators.combine(few, few).as(Step.Take::new);
    Arbitrary<Step> release = Combinators.combine(few, few).as(Step.Release::new);
    return Arbitraries.oneOf(append, take, release)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMaxSize(12);
  }
}
