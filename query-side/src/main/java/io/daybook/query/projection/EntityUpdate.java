package io.daybook.query.projection;

import io.daybook.kernel.Id;

/// An entity of a tenant was changed, and the change is committed.
public record EntityUpdate(String tenant, Id id) {}
