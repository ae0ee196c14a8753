package io.daybook.query.customer;

import io.daybook.customer.CustomerEvent;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of customers and their addresses.
@Component
@ProcessingGroup("projection-customer")
public class CustomerProjection {
  private final JdbcClient database;

  public CustomerProjection(JdbcClient database) {
    this.database = database;
  }

  @EventHandler
  void on(CustomerEvent event, Recorded recorded) {
    switch (event) { // no default: a new event must be decided here
      case CustomerRegistered registered -> insert(registered, recorded);
      case CustomerEmailVerified verified -> verify(verified, recorded);
      case ShippingAddressAdded address -> insert(address, recorded);
      case CustomerDataErased erased -> erase(erased, recorded);
    }
  }

  @ResetHandler
  void reset() {
    database.sql("TRUNCATE projection.customers, projection.addresses").update();
  }

  private void insert(CustomerRegistered event, Recorded recorded) {
    change(
            """
            INSERT INTO projection.customers
              (tenant_id, customer_id, email, first_name, last_name, status, created_at, version)
            VALUES (:tenant, :customer, :email, :firstName, :lastName, :status, :at, :version)
            ON CONFLICT DO NOTHING
            """,
            event,
            recorded)
        .param("email", event.email().value())
        .param("firstName", event.firstName())
        .param("lastName", event.lastName())
        .param("status", CustomerStatus.UNVERIFIED.name())
        .param("at", Sql.time(event.createdAt()))
        .update();
  }

  private void verify(CustomerEmailVerified event, Recorded recorded) {
    change(
            """
            UPDATE projection.customers
            SET email = :email, status = :status, verified_at = :at, version = :version
            WHERE tenant_id = :tenant AND customer_id = :customer AND version < :version
            """,
            event,
            recorded)
        .param("email", event.email().value())
        .param("status", CustomerStatus.VERIFIED.name())
        .param("at", Sql.time(event.verifiedAt()))
        .update();
  }

  private void insert(ShippingAddressAdded event, Recorded recorded) {
    change(
            """
            WITH customer AS (
              UPDATE projection.customers SET version = :version
              WHERE tenant_id = :tenant AND customer_id = :customer AND version < :version
              RETURNING tenant_id, customer_id)
            INSERT INTO projection.addresses
              (tenant_id, customer_id, address_id, recipient_name, street, city, state, postal_code,
               country, added_at, version)
            SELECT tenant_id, customer_id, :address, :recipientName, :street, :city, :state,
              :postalCode, :country, :at, :version
            FROM customer
            """,
            event,
            recorded)
        .param("address", event.addressId().value())
        .param("recipientName", event.recipientName())
        .param("street", event.street())
        .param("city", event.city())
        .param("state", event.state())
        .param("postalCode", event.postalCode())
        .param("country", event.country())
        .param("at", Sql.time(event.addedAt()))
        .update();
  }

  private void erase(CustomerDataErased event, Recorded recorded) {
    change(
            """
            WITH customer AS (
              UPDATE projection.customers
              SET email = NULL, first_name = NULL, last_name = NULL, status = :status,
                anonymized_id = :anonymized, erased_at = :at, version = :version
              WHERE tenant_id = :tenant AND customer_id = :customer AND version < :version
              RETURNING tenant_id, customer_id)
            DELETE FROM projection.addresses address USING customer
            WHERE address.tenant_id = customer.tenant_id
              AND address.customer_id = customer.customer_id
            """,
            event,
            recorded)
        .param("status", CustomerStatus.ERASED.name())
        .param("anonymized", event.anonymizedId())
        .param("at", Sql.time(event.erasedAt()))
        .update();
  }

  private JdbcClient.StatementSpec change(String sql, CustomerEvent event, Recorded recorded) {
    return database
        .sql(sql)
        .param("tenant", recorded.tenant())
        .param("customer", event.customerId().value())
        .param("version", recorded.sequence());
  }
}
