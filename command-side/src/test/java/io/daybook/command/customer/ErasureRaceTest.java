package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerId;
import io.daybook.customer.CustomerRejection;
import io.daybook.customer.Email;
import io.daybook.customer.Password;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An erasure and a placement meet: whoever comes second sees what the first one did.
class ErasureRaceTest extends CommandSideTest {
  private static final String TENANT = Given.TENANT.value();

  @Autowired private Claims claims;
  @Autowired private JdbcClient database;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void an_erasure_waits_for_the_order_that_is_being_placed() throws Exception {
    CustomerId ada = registered();

    Future<Optional<RejectionCode>> refusal = eraseWhilePlacing(ada, true);

    assertThat(refusal.get()).contains(CustomerRejection.PENDING_ORDERS_EXIST);
    assertThat(eventsOf(ada)).hasSize(1);
  }

  @Test
  void an_erasure_goes_on_when_no_order_came_of_the_placement() throws Exception {
    CustomerId ada = registered();

    Future<Optional<RejectionCode>> refusal = eraseWhilePlacing(ada, false);

    assertThat(refusal.get()).isEmpty();
    assertThat(eventsOf(ada)).last().isInstanceOf(CustomerDataErased.class);
  }

  /// What placing an order does in its transaction, with the erasure begun in the middle of it.
  private Future<Optional<RejectionCode>> eraseWhilePlacing(CustomerId id, boolean accepted) {
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      return new TransactionTemplate(transactions)
          .execute(
              placing -> {
                claims.guardShared(TENANT, "customer/" + id);
                Future<Optional<RejectionCode>> erasure = other.submit(() -> erase(id));
                await().until(this::somebodyWaits);
                if (accepted) {
                  claims.take(TENANT, Customer.OPEN_ORDER_CLAIM, "ord_" + id.uuid(), id.value());
                }
                return erasure;
              });
    }
  }

  private Optional<RejectionCode> erase(CustomerId id) {
    try {
      send(new RequestGDPRErasure(id, true), Given.CUSTOMER);
      return Optional.empty();
    } catch (Rejection rejection) {
      return Optional.of(rejection.code());
    }
  }

  private boolean somebodyWaits() {
    return database
            .sql(
                """
                SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
                WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
                """)
            .query(Long.class)
            .single()
        > 0;
  }

  private CustomerId registered() {
    CustomerId id = CustomerId.of(UUID.randomUUID());
    Email email = new Email(id.uuid() + "@example.org");
    send(
        new RegisterCustomer(id, email, new Password("analytical-1843"), "Ada", "Lovelace", null),
        Given.CUSTOMER);
    return id;
  }
}
