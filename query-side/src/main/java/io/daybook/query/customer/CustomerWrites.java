package io.daybook.query.customer;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.eventstore.batch.Write;
import io.daybook.query.projection.EventRow;

/// What events write into the tables of customers and their addresses.
final class CustomerWrites {
  static final Write<EventRow<CustomerRegistered>> REGISTERED =
      EventRow.<CustomerRegistered>write(
              """
              INSERT INTO :schema.customers
                (tenant_id, customer_id, email, first_name, last_name, status, created_at, version)
              SELECT tenant_id, id, email, first_name, last_name, 'UNVERIFIED', at, version
              FROM :rows AS event
              ON CONFLICT DO NOTHING
              """)
          .text("email", row -> row.event().email().value())
          .text("first_name", row -> row.event().firstName())
          .text("last_name", row -> row.event().lastName())
          .time("at", row -> row.event().createdAt());

  static final Write<EventRow<CustomerEmailVerified>> VERIFIED =
      EventRow.<CustomerEmailVerified>write(
              """
              UPDATE :schema.customers AS known
              SET email = event.email, status = 'VERIFIED', verified_at = event.at,
                version = event.version
              FROM :rows AS event
              WHERE known.tenant_id = event.tenant_id AND known.customer_id = event.id
                AND known.version < event.version
              """)
          .text("email", row -> row.event().email().value())
          .time("at", row -> row.event().verifiedAt());

  static final Write<EventRow<ShippingAddressAdded>> ADDRESS =
      EventRow.<ShippingAddressAdded>write(
              """
              WITH customer AS (
                UPDATE :schema.customers AS known SET version = event.version
                FROM :rows AS event
                WHERE known.tenant_id = event.tenant_id AND known.customer_id = event.id
                  AND known.version < event.version
                RETURNING event.*)
              INSERT INTO :schema.addresses
                (tenant_id, customer_id, address_id, recipient_name, street, city, state,
                 postal_code, country, added_at, version)
              SELECT tenant_id, id, address, recipient_name, street, city, state, postal_code,
                country, at, version
              FROM customer
              """)
          .text("address", row -> row.event().addressId().value())
          .text("recipient_name", row -> row.event().recipientName())
          .text("street", row -> row.event().street())
          .text("city", row -> row.event().city())
          .text("state", row -> row.event().state())
          .text("postal_code", row -> row.event().postalCode())
          .text("country", row -> row.event().country())
          .time("at", row -> row.event().addedAt());

  static final Write<EventRow<CustomerDataErased>> ERASED =
      EventRow.<CustomerDataErased>write(
              """
              WITH customer AS (
                UPDATE :schema.customers AS known
                SET email = NULL, first_name = NULL, last_name = NULL, status = 'ERASED',
                  anonymized_id = event.anonymized, erased_at = event.at, version = event.version
                FROM :rows AS event
                WHERE known.tenant_id = event.tenant_id AND known.customer_id = event.id
                  AND known.version < event.version
                RETURNING event.tenant_id, event.id)
              DELETE FROM :schema.addresses address USING customer
              WHERE address.tenant_id = customer.tenant_id AND address.customer_id = customer.id
              """)
          .uuid("anonymized", row -> row.event().anonymizedId())
          .time("at", row -> row.event().erasedAt());

  private CustomerWrites() {}
}
