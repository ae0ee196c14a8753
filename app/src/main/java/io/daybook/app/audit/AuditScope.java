package io.daybook.app.audit;

import io.daybook.http.Caller;
import io.daybook.http.CallerResolver;
import io.daybook.http.HeaderCallers;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose events a request may see, and whether it asks only what there is to ask: a misspelt filter that is passed over
/// would show everything.
@Component
class AuditScope {
  private static final String ALL = "*";

  private final CallerResolver callers;

  AuditScope(CallerResolver callers) {
    this.callers = callers;
  }

  /// @param query its components are the parameters that the request may have
  /// @return absent for all tenants
  Optional<TenantId> of(
      HttpServletRequest request, @Nullable String tenant, Class<? extends Record> query) {
    Caller caller = callers.resolve(request);
    if (!caller.actor().isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with(HeaderCallers.ACTOR, caller.actor(), "must be staff:<id>");
    }
    refuseUnknown(request, query);
    return request.getHeader(HeaderCallers.TENANT) == null
        ? named(tenant)
        : Optional.of(own(caller.tenant(), tenant));
  }

  private static Optional<TenantId> named(@Nullable String tenant) {
    if (tenant == null) {
      return Optional.of(TenantId.DEFAULT);
    }
    return tenant.equals(ALL) ? Optional.empty() : Optional.of(new TenantId(tenant));
  }

  private static TenantId own(TenantId own, @Nullable String tenant) {
    if (tenant != null && !tenant.equals(own.value())) {
      throw Rejection.of(AuditRejection.AUDIT_OF_OTHER_TENANT)
          .with("tenant", tenant, "must be that of the header " + HeaderCallers.TENANT);
    }
    return own;
  }

  private static void refuseUnknown(HttpServletRequest request, Class<? extends Record> query) {
    List<String> known =
        Arrays.stream(query.getRecordComponents()).map(RecordComponent::getName).toList();
    for (String name : request.getParameterMap().keySet()) {
      if (!known.contains(name)) {
        throw Paging.refusal(name, "", "is not known; known are " + String.join(", ", known));
      }
    }
  }
}
