package io.daybook.http;

import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who sent a request, for which tenant.
///
/// @param effectiveAt the business time that staff gave to a back-dated request
public record Caller(TenantId tenant, Actor actor, @Nullable Instant effectiveAt) {}
