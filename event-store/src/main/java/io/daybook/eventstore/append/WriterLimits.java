package io.daybook.eventstore.append;

import java.time.Duration;

/// How much a writer writes at once, and how much may wait for it.
///
/// @param batchRequests the most requests in one transaction
/// @param batchBytes no further request is added to a batch of this size
/// @param waitingRequests and `waitingBytes`: above either, requests are refused
/// @param appendBytes the largest request
/// @param timeout how long a caller waits for its outcome
public record WriterLimits(
    int batchRequests,
    long batchBytes,
    int waitingRequests,
    long waitingBytes,
    long appendBytes,
    Duration timeout) {}
