package io.daybook.query.projection;

import io.daybook.kernel.Id;

/// An entity of a tenant has changed, and the tables show it.
public record Change(String tenant, Id id) {}
