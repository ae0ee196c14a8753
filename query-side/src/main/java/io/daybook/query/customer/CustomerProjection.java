package io.daybook.query.customer;

import io.daybook.customer.CustomerEvent;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.EmailVerificationRequested;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.eventstore.batch.Batch;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of customers and their addresses.
@Component
@ProcessingGroup("projection-customer")
public class CustomerProjection extends Projection {

  public CustomerProjection(JdbcClient database) {
    super(database, "customers", "addresses");
  }

  @EventHandler
  void on(CustomerEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case CustomerRegistered e ->
          batch.add(CustomerWrites.REGISTERED, new EventRow<>(e, recorded));
      case CustomerEmailVerified e ->
          batch.add(CustomerWrites.VERIFIED, new EventRow<>(e, recorded));
      case ShippingAddressAdded e -> batch.add(CustomerWrites.ADDRESS, new EventRow<>(e, recorded));
      case EmailVerificationRequested _ -> {} // The token is nobody's to read.
      case CustomerDataErased e -> batch.add(CustomerWrites.ERASED, new EventRow<>(e, recorded));
    }
  }
}
