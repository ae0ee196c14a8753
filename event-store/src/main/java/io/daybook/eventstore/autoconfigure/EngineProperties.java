package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.token.TokenCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What can be tuned, with the defaults in this one place.
///
/// @param batchSize how many events a processor handles in one transaction
/// @param readSize how many events are read from the database at a time
/// @param recentEvents the size of the ring buffer of the last events, a power of two
/// @param recentBytes how much of what is stored is kept there at most
/// @param streamCache how much of the streams used last is kept in memory, as it is stored; 0 for nothing
/// @param aggregateCache how many aggregates of each type are kept in memory; 0 for none
/// @param batchRequests the most units of work that are appended in one transaction
/// @param batchBytes no further unit of work is added to a transaction of this size
/// @param waitingRequests above so many waiting units of work further ones are refused
/// @param waitingBytes the same, by their size
/// @param appendBytes the largest unit of work that is taken
/// @param appendPatience the timeout of an append, and of the query before a read
/// @param segments into how many segments a processor is split when it first starts
/// @param fetchDelay how often the head is read for events of other nodes, in case no notification came
/// @param claimTimeout the lease of a segment: how long after its last extension another node takes it over
/// @param claimExtension how often the lease and token of a segment without events are stored, and so how late
///     other nodes may learn its position
/// @param answersKept how long at least the answer under an idempotency key is kept
/// @param housekeepingInterval how often what was kept long enough is removed
/// @param tokensBeyondHead what is done when processors are ahead of the events, after a restore
/// @param conflictRetries how often a command is retried after a conflict
/// @param conflictDelay the delay before the first retry, doubled for each further one
/// @param trustedPackages packages beside the application's own whose classes may be stored by their names
///     (`@JsonTypeInfo`)
/// @param commandTransactions whether a command has a transaction of the application's database, for aggregates
///     that are stored by their state; it commits right after the events
/// @param migrations where a new store keeps which migrations it has
/// @param audit whether batches are sealed in the Merkle log, for which there must be a key
/// @param auditKeys the folder of the key, which is made there at the first start
@ConfigurationProperties("daybook.engine")
public record EngineProperties(
    @DefaultValue("256") int batchSize,
    @DefaultValue("500") int readSize,
    @DefaultValue("16384") int recentEvents,
    @DefaultValue("32MB") DataSize recentBytes,
    @DefaultValue("32MB") DataSize streamCache,
    @DefaultValue("4096") int aggregateCache,
    @DefaultValue("256") int batchRequests,
    @DefaultValue("8MB") DataSize batchBytes,
    @DefaultValue("4096") int waitingRequests,
    @DefaultValue("64MB") DataSize waitingBytes,
    @DefaultValue("64MB") DataSize appendBytes,
    @DefaultValue("10s") Duration appendPatience,
    @DefaultValue("1") int segments,
    @DefaultValue("100ms") Duration fetchDelay,
    @DefaultValue("10s") Duration claimTimeout,
    @DefaultValue("1s") Duration claimExtension,
    @DefaultValue("7d") Duration answersKept,
    @DefaultValue("1m") Duration housekeepingInterval,
    @DefaultValue("refuse") TokenCheck.Mode tokensBeyondHead,
    @DefaultValue("8") int conflictRetries,
    @DefaultValue("5ms") Duration conflictDelay,
    @DefaultValue List<String> trustedPackages,
    @DefaultValue("false") boolean commandTransactions,
    @DefaultValue("own") MigrationHistory migrations,
    @DefaultValue("true") boolean audit,
    @Nullable Path auditKeys) {}
