package io.daybook.app.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as it is told to staff.
///
/// @param effectiveAt the business time of a back-dated flow
/// @param causationId the event that it followed from, or else the request
/// @param causedBy the position of that event, if it is one
/// @param traceId of the trace in which its command was handled
/// @param leaf of the Merkle tree, made of what is stored now: `./daybook verify` compares it with what was sealed
/// @param withheld whether the payload is not told, because it may hold data of a person who had it erased
record AuditedEvent(
    @Schema(example = "1234") long position,
    String eventId,
    @Schema(example = "default") String tenant,
    AuditedEntity entity,
    @Schema(example = "order.OrderPlaced") String type,
    int revision,
    Instant recordedAt,
    @Nullable String effectiveAt,
    @Schema(example = "staff:usr_7") String actor,
    @Nullable String correlationId,
    @Nullable String causationId,
    @Nullable Long causedBy,
    @Nullable String commandId,
    @Nullable String traceId,
    String leaf,
    boolean withheld,
    @Nullable Object payload) {}
