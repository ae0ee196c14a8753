package io.daybook.order;

/// Where an order stands. It is pending only once its stock is held and its payment authorised.
public enum OrderStatus {
  PLACING,
  FAILED,
  PENDING,
  CONFIRMED,
  SHIPPED,
  DELIVERED,
  CANCELLED
}
