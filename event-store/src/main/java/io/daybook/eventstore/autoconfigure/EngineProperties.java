package io.daybook.eventstore.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be tuned, with the defaults in this one place.
///
/// @param batchSize how many events a processor handles in one transaction
/// @param readSize how many events are read from the database at a time
/// @param segments into how many shares a processor is split when it first starts
/// @param fetchDelay how soon events of other nodes are seen; this node's own are seen at once
/// @param claimTimeout after how long without a sign of life a node's segments are taken over
/// @param conflictRetries how often a command that lost a race is tried again
/// @param conflictDelay the pause before the first of these tries, doubled for each further one
@ConfigurationProperties("daybook.engine")
public record EngineProperties(
    @DefaultValue("256") int batchSize,
    @DefaultValue("500") int readSize,
    @DefaultValue("2") int segments,
    @DefaultValue("100ms") Duration fetchDelay,
    @DefaultValue("10s") Duration claimTimeout,
    @DefaultValue("6") int conflictRetries,
    @DefaultValue("5ms") Duration conflictDelay) {}
