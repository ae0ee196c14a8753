package io.daybook.eventstore.move;

import io.daybook.eventstore.append.ForeignEvent;
import io.daybook.eventstore.append.Transfer;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.move.MoveRefused.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Moves all events of Axon's table into this store, in their order: ids, sequence numbers, timestamps,
/// metadata and payloads stay what they are; positions are counted on from the head, without the gaps
/// of the source. However it is stopped, the next one goes on behind the last event that is stored.
///
/// Snapshots and tokens are not moved: both follow from the events.
public final class Move implements AutoCloseable {

  private static final int MOST_TOLD = 20;

  private final SourceEvents source;
  private final TargetStore target;
  private final RowConversion conversion;
  private final MovePlan plan;
  private final Transfer transfer;
  private final long total;
  private MoveProgress progress;

  private Move(
      SourceEvents source,
      TargetStore target,
      MoveTarget store,
      MovePlan plan,
      MoveProgress progress) {
    TypeIds types = new TypeIds(store.database());
    MetadataFormat form = new MetadataFormat(new MetadataKeys(store.database()));
    this.source = source;
    this.target = target;
    this.plan = plan;
    this.total = source.count();
    this.progress = progress;
    this.conversion = new RowConversion(plan, store, form);
    this.transfer = new Transfer(store.database(), types, form);
  }

  /// Checks both sides and writes nothing. Nobody may write to the source any more.
  ///
  /// @throws MoveRefused with everything that keeps the events from being moved
  public static Move prepare(DataSource from, MoveTarget store, MovePlan plan) throws SQLException {
    SourceEvents source =
        new SourceEvents(from, SourceTable.find(JdbcClient.create(from), plan.table()));
    TargetStore target = TargetStore.hold(store.database());
    try {
      MoveProgress progress = target.progress(source, firstEvent(source), plan.tenant());
      Move move = new Move(source, target, store, plan, progress);
      move.validate();
      return move;
    } catch (RuntimeException refused) {
      target.close();
      throw refused;
    }
  }

  /// An empty source has none, and no progress is stored for it.
  private static UUID firstEvent(SourceEvents source) {
    Optional<SourceRow> first = source.first();
    return first.isEmpty() ? new UUID(0, 0) : RowConversion.id(first.get());
  }

  private void validate() {
    List<Problem> problems = new ArrayList<>();
    if (progress.events() == 0) {
      problems.addAll(source.problems());
    }
    problems.addAll(problems(source.kinds()));
    if (!problems.isEmpty()) {
      transfer.close();
      throw new MoveRefused(problems);
    }
  }

  private List<Problem> problems(List<SourceRow> rows) {
    List<Problem> problems = new ArrayList<>();
    for (SourceRow row : rows) {
      try {
        conversion.read(row);
      } catch (MoveRefused refused) {
        problems.addAll(refused.problems());
      }
    }
    return problems;
  }

  /// The number of events in the source.
  public long total() {
    return total;
  }

  /// The number of events that are in the store already.
  public long moved() {
    return progress.events();
  }

  /// The position that the last of them has here.
  public long end() {
    return target.head() + total - moved();
  }

  /// Reads every event that is left as [#run] will, and writes nothing.
  ///
  /// @param listener gets the number of further events that were read, again and again
  /// @throws MoveRefused with those that cannot be moved, or with the first twenty and some more
  public void check(LongConsumer listener) throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    List<SourceRow> page = source.after(progress.lastIndex(), plan.batch());
    while (!page.isEmpty() && problems.size() < MOST_TOLD) {
      requireNotInterrupted();
      problems.addAll(problems(page));
      listener.accept(page.size());
      page = source.after(page.getLast().index(), plan.batch());
    }
    if (!problems.isEmpty()) {
      throw new MoveRefused(problems);
    }
  }

  /// To the end of the source.
  ///
  /// @param listener gets the number of further events that are durable, again and again
  /// @throws InterruptedException when it was interrupted; what was moved by then stays
  public void run(LongConsumer listener) throws InterruptedException {
    long head = target.head();
    List<SourceRow> page = source.after(progress.lastIndex(), plan.batch());
    while (!page.isEmpty()) {
      requireNotInterrupted();
      head = append(page, head);
      listener.accept(page.size());
      page = source.after(progress.lastIndex(), plan.batch());
    }
    requireAll();
  }

  private void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("%,d events are moved".formatted(moved()));
    }
  }

  private long append(List<SourceRow> page, long head) {
    List<ForeignEvent> events = page.stream().map(conversion::read).toList();
    ForeignEvent last = events.getLast();
    MoveProgress next = progress.behind(last.id(), page.getLast().index(), events.size());
    long position = transfer.append(events, MoveProgress.SAVE, next.parameters());
    progress = next;
    if (position != head + events.size()) {
      throw new MoveRefused(List.of(TargetStore.notMoved(position - head - events.size())));
    }
    return position;
  }

  private void requireAll() {
    long now = source.count();
    if (now != moved()) {
      throw MoveRefused.because(
          MoveRule.SOURCE_CHANGED,
          "%,d events are in the source and %,d were moved: somebody writes to it",
          now,
          moved());
    }
  }

  @Override
  public void close() throws SQLException {
    transfer.close();
    target.close();
  }
}
