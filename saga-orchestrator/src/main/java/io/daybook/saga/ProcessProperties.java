package io.daybook.saga;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How processes run.
///
/// @param segments into how many shares a process is split when it first starts, each with a thread
/// @param batchSize how many events a share handles in one transaction
/// @param patience how long a placement may wait for its payment before it gets a deadline
/// @param gatewayTimeout after how long a call without an answer counts as an unknown outcome
/// @param lookupFirst the pause before an unknown outcome is first looked up, doubled each time
/// @param lookupMost the longest of these pauses
/// @param lookupGiveUp for how long it is looked up
/// @param sandbox whether there is a gateway for trying things out, with its page
/// @param sandboxLate after how long the sandbox gives the outcome of a `late` payment
/// @param publicUrl where customers reach this program; its own port on localhost by default
@ConfigurationProperties("daybook.process")
public record ProcessProperties(
    @DefaultValue("8") int segments,
    @DefaultValue("16") int batchSize,
    @DefaultValue("1m") Duration patience,
    @DefaultValue("10s") Duration gatewayTimeout,
    @DefaultValue("2s") Duration lookupFirst,
    @DefaultValue("6h") Duration lookupMost,
    @DefaultValue("60d") Duration lookupGiveUp,
    @DefaultValue("true") boolean sandbox,
    @DefaultValue("3s") Duration sandboxLate,
    @Nullable String publicUrl) {}
