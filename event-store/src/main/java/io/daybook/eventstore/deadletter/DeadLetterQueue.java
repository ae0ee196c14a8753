package io.daybook.eventstore.deadletter;

import io.daybook.eventstore.ParkedSequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterJdbcConverter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The dead letters of one processor, as Axon stores them. It differs from Axon's queue in this:
///
/// - It has no limit in number: at a limit the processor would stop, and with it all other sequences.
/// - Whether a sequence has letters is known without a query where the processor has none, and checked before the
///   transaction commits ([LetterCheck]). Axon's cache does not learn of letters that others put here.
/// - All sequences can be processed and listed. Axon's pages leave some out and show letters twice.
/// - It takes any event: one that cannot be read as well, whose stored bytes are kept.
final class DeadLetterQueue extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterQueue.class);
  private static final long FIRST_WARNING = 1_024;
  private static final int PAGE = 100;

  private final String processor;
  private final JdbcClient database;
  private final DeadLetterJdbcConverter<EventMessage<?>, ? extends JdbcDeadLetter<EventMessage<?>>>
      converter;
  private final StorableLetters storable;
  private final TransactionManager transactions;
  private final ParkedSequences parked;
  private final AtomicLong added = new AtomicLong();

  /// @param axons with the processor's name and everything else that Axon's queue needs
  /// @param converter reads letters
  DeadLetterQueue(
      String processor,
      Builder<EventMessage<?>> axons,
      DataSource dataSource,
      DeadLetterJdbcConverter<EventMessage<?>, ? extends JdbcDeadLetter<EventMessage<?>>> converter,
      StorableLetters storable,
      TransactionManager transactions) {
    super(axons.processingGroup(processor).converter(converter));
    this.processor = processor;
    this.database = JdbcClient.create(dataSource);
    this.converter = converter;
    this.storable = storable;
    this.transactions = transactions;
    this.parked = new ParkedSequences(database, processor);
  }

  @Override
  public boolean enqueueIfPresent(
      Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
    String id = id(sequence);
    boolean waits =
        LetterCheck.of(parked)
            .map(handled -> handled.mustWait(id))
            .orElseGet(() -> parked.among(List.of(id)).contains(id));
    if (waits) {
      add(id, letter.get());
    }
    return waits;
  }

  @Override
  public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
    String id = id(sequence);
    LetterCheck.of(parked).ifPresentOrElse(handled -> handled.parking(id), () -> parked.add(id));
    add(id, letter);
  }

  private void add(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    super.enqueue(sequence, storable.of(sequence, letter));
    long count = added.incrementAndGet();
    if (count >= FIRST_WARNING && Long.bitCount(count) == 1) {
      log.warn(
          "{} has parked {} events since the start, the last one of sequence {}",
          processor,
          count,
          sequence);
    }
  }

  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
    super.requeue(letter, known -> StorableLetters.readable(update.apply(known)));
  }

  @Override
  public boolean isFull(Object sequence) {
    return false;
  }

  @Override
  public boolean contains(Object sequence) {
    return !parked.among(List.of(id(sequence))).isEmpty();
  }

  /// Handles the letters of one sequence in their order, until one fails. Letters that come meanwhile are handled as
  /// well. A sequence that somebody else is processing is passed over.
  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> filter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    return transactions.fetchInTransaction(() -> processLocked(filter, task));
  }

  private boolean processLocked(
      Predicate<DeadLetter<? extends EventMessage<?>>> filter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    Optional<JdbcDeadLetter<EventMessage<?>>> current = first(filter);
    if (current.isEmpty()) {
      return false;
    }
    while (current.isPresent()) {
      JdbcDeadLetter<EventMessage<?>> letter = current.get();
      EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
      if (decision.shouldEnqueue()) {
        requeue(
            letter,
            it -> decision.withDiagnostics(it).withCause(decision.enqueueCause().orElse(null)));
        return false;
      }
      evict(letter);
      current = locked(letter.getSequenceIdentifier());
    }
    return true;
  }

  @Override
  public boolean process(
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    return process(_ -> true, task);
  }

  private Optional<JdbcDeadLetter<EventMessage<?>>> first(
      Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
    Stream<String> candidates =
        filter instanceof ParkedSequence one ? Stream.of(one.sequence()) : sequences().stream();
    return candidates
        .filter(sequence -> page(sequence, -1, 1).stream().anyMatch(filter))
        .flatMap(sequence -> locked(sequence).stream())
        .findFirst();
  }

  /// The first letter of a sequence, locked; none if somebody else has locked it. The lock does not keep processors
  /// from putting further letters behind it.
  private Optional<JdbcDeadLetter<EventMessage<?>>> locked(String sequence) {
    return database
        .sql(
            """
            SELECT * FROM event_store.dead_letter
            WHERE processor = :processor AND sequence_id = :sequence AND sequence_index =
              (SELECT min(sequence_index) FROM event_store.dead_letter
               WHERE processor = :processor AND sequence_id = :sequence)
            FOR NO KEY UPDATE SKIP LOCKED
            """)
        .param("processor", processor)
        .param("sequence", sequence)
        .query((row, _) -> letter(row))
        .optional();
  }

  /// Those whose first letter was tried longest ago come first.
  private List<String> sequences() {
    record First(String sequence, String touched) {}
    return database
        .sql(
            """
            SELECT DISTINCT ON (sequence_id) sequence_id, coalesce(last_touched_at, '')
            FROM event_store.dead_letter WHERE processor = ? ORDER BY sequence_id, sequence_index
            """)
        .param(processor)
        .query((row, _) -> new First(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .sorted(Comparator.comparing(First::touched))
        .map(First::sequence)
        .toList();
  }

  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    List<String> sequences = sequences();
    return () -> sequences.stream().map(this::deadLetterSequence).iterator();
  }

  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
    String id = id(sequence);
    return () -> letters(id);
  }

  private Iterator<DeadLetter<? extends EventMessage<?>>> letters(String sequence) {
    return Stream.iterate(
            page(sequence, -1, PAGE),
            page -> !page.isEmpty(),
            page -> page(sequence, page.getLast().getSequenceIndex(), PAGE))
        .flatMap(List::stream)
        .<DeadLetter<? extends EventMessage<?>>>map(letter -> letter)
        .iterator();
  }

  private List<JdbcDeadLetter<EventMessage<?>>> page(String sequence, long behind, int limit) {
    return database
        .sql(
            """
            SELECT * FROM event_store.dead_letter
            WHERE processor = ? AND sequence_id = ? AND sequence_index > ?
            ORDER BY sequence_index LIMIT ?
            """)
        .params(processor, sequence, behind, limit)
        .query((row, _) -> letter(row))
        .list();
  }

  private JdbcDeadLetter<EventMessage<?>> letter(ResultSet row) throws SQLException {
    return converter.convertToLetter(row);
  }

  /// As Axon names sequences.
  private static String id(Object sequence) {
    return sequence instanceof String text ? text : Integer.toString(sequence.hashCode());
  }
}
