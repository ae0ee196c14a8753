package io.daybook.eventstore.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The tests of a storage engine.
@Differs(in = "createTailToken", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "createHeadToken", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "createTokenAt", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "createTokenAtExactTime", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "createTokenWithUnorderedEvents", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "createTokenAtTimeAfterLastEvent", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "createTokenAtTimeBeforeFirstEvent", because = StorageEngineSuiteTest.NO_HOLES)
@Differs(in = "uniqueKeyConstraintOnEventIdentifier", because = StorageEngineSuiteTest.UUIDS)
@Differs(
    in = "uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException",
    because = StorageEngineSuiteTest.UUIDS)
@Differs(
    in = "storeDuplicateEventWithoutExceptionResolver",
    because = StorageEngineSuiteTest.NO_RESOLVER)
class StorageEngineSuiteTest
    extends BatchingEventStorageEngineTest<DelegatingEngine, DelegatingEngine.Settings> {

  static final String NO_HOLES = "A stream has no holes: its events are numbered from 0";
  static final String UUIDS = "The id of an event is a UUID in lower case";
  static final String NO_RESOLVER =
      "A conflict is found before anything is written, so no `PersistenceExceptionResolver` is"
          + " asked";

  private final SuiteStore store = SuiteStore.empty();

  @BeforeEach
  void begin() {
    setTestSubject(createEngine());
  }

  @AfterEach
  void end() {
    store.close();
  }

  @Override
  protected DelegatingEngine createEngine(UnaryOperator<DelegatingEngine.Settings> customization) {
    return customization.apply(new DelegatingEngine.Settings()).engine(store);
  }
}
