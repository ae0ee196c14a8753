package io.daybook.query.customer;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.eventstore.batch.Write;
import io.daybook.query.projection.Fact;

/// What events write into the tables of customers and their addresses.
final class CustomerWrites {
  static final Write<Fact<CustomerRegistered>> REGISTERED =
      Fact.<CustomerRegistered>write(
              """
              INSERT INTO :schema.customers
                (tenant_id, customer_id, email, first_name, last_name, status, created_at, version)
              SELECT tenant_id, id, email, first_name, last_name, 'UNVERIFIED', at, version
              FROM :rows AS fact
              ON CONFLICT DO NOTHING
              """)
          .text("email", fact -> fact.event().email().value())
          .text("first_name", fact -> fact.event().firstName())
          .text("last_name", fact -> fact.event().lastName())
          .time("at", fact -> fact.event().createdAt());

  static final Write<Fact<CustomerEmailVerified>> VERIFIED =
      Fact.<CustomerEmailVerified>write(
              """
              UPDATE :schema.customers AS known
              SET email = fact.email, status = 'VERIFIED', verified_at = fact.at,
                version = fact.version
              FROM :rows AS fact
              WHERE known.tenant_id = fact.tenant_id AND known.customer_id = fact.id
                AND known.version < fact.version
              """)
          .text("email", fact -> fact.event().email().value())
          .time("at", fact -> fact.event().verifiedAt());

  static final Write<Fact<ShippingAddressAdded>> ADDRESS =
      Fact.<ShippingAddressAdded>write(
              """
              WITH customer AS (
                UPDATE :schema.customers AS known SET version = fact.version
                FROM :rows AS fact
                WHERE known.tenant_id = fact.tenant_id AND known.customer_id = fact.id
                  AND known.version < fact.version
                RETURNING fact.*)
              INSERT INTO :schema.addresses
                (tenant_id, customer_id, address_id, recipient_name, street, city, state,
                 postal_code, country, added_at, version)
              SELECT tenant_id, id, address, recipient_name, street, city, state, postal_code,
                country, at, version
              FROM customer
              """)
          .text("address", fact -> fact.event().addressId().value())
          .text("recipient_name", fact -> fact.event().recipientName())
          .text("street", fact -> fact.event().street())
          .text("city", fact -> fact.event().city())
          .text("state", fact -> fact.event().state())
          .text("postal_code", fact -> fact.event().postalCode())
          .text("country", fact -> fact.event().country())
          .time("at", fact -> fact.event().addedAt());

  static final Write<Fact<CustomerDataErased>> ERASED =
      Fact.<CustomerDataErased>write(
              """
              WITH customer AS (
                UPDATE :schema.customers AS known
                SET email = NULL, first_name = NULL, last_name = NULL, status = 'ERASED',
                  anonymized_id = fact.anonymized, erased_at = fact.at, version = fact.version
                FROM :rows AS fact
                WHERE known.tenant_id = fact.tenant_id AND known.customer_id = fact.id
                  AND known.version < fact.version
                RETURNING fact.tenant_id, fact.id)
              DELETE FROM :schema.addresses address USING customer
              WHERE address.tenant_id = customer.tenant_id AND address.customer_id = customer.id
              """)
          .uuid("anonymized", fact -> fact.event().anonymizedId())
          .time("at", fact -> fact.event().erasedAt());

  private CustomerWrites() {}
}
