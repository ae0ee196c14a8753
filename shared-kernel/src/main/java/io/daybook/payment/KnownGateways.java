package io.daybook.payment;

/// The gateways that the shop has. Where no processor of payments runs on a node, none is known
/// and every name is passed on to the node where one does.
@FunctionalInterface
public interface KnownGateways {
  boolean accepts(PaymentMethod method);
}
