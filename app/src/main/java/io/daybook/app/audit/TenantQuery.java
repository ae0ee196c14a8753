package io.daybook.app.audit;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/// Whose event is asked for, as the request spells it.
record TenantQuery(
    @Parameter(description = AuditTexts.TENANT, example = "default", required = false)
        @Nullable String tenant) {}
