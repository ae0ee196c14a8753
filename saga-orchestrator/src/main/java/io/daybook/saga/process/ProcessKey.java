package io.daybook.saga.process;

import io.daybook.kernel.TenantId;

/// Identifies one process of a type: the value of its key property, within a tenant.
public record ProcessKey(TenantId tenant, String id) {

  /// `default/ord_0192…`, which is Axon's id of the saga. A segment is chosen by its hash, so that
  /// it must never be spelt otherwise.
  String sagaId() {
    return tenant.value() + "/" + id;
  }

  static ProcessKey ofSagaId(String sagaId) {
    int slash = sagaId.indexOf('/');
    return new ProcessKey(new TenantId(sagaId.substring(0, slash)), sagaId.substring(slash + 1));
  }
}
