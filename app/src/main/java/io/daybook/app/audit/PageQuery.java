package io.daybook.app.audit;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/// Which page is asked for, as the request spells it.
record PageQuery(
    @Parameter(description = AuditTexts.TENANT, example = "default", required = false)
        @Nullable String tenant,
    @Parameter(description = AuditTexts.AFTER, example = "0", required = false)
        @Nullable String after,
    @Parameter(description = AuditTexts.LIMIT, example = "100", required = false)
        @Nullable String limit) {

  Paging paging() {
    return Paging.of(after, limit);
  }
}
