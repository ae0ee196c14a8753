package io.daybook.saga.payment.sandbox;

import io.daybook.saga.payment.GatewayCall;

/// The sandbox plays a gateway that did not answer.
final class SandboxSilence extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SandboxSilence(GatewayCall call) {
    super("The sandbox gives no answer to " + call.token(), null, false, false);
  }
}
