package io.daybook.command.customer;

import static io.daybook.eventstore.testing.Units.inUnit;
import static io.daybook.eventstore.testing.Units.runInUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.model.DecisionModels;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerRejection;
import io.daybook.customer.Email;
import io.daybook.customer.Password;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.CustomerId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An erasure and an order that is being placed at the same moment.
class ErasureRaceTest extends CommandSideTest {
  private static final String TENANT = Given.TENANT.value();

  @Autowired private Claims claims;
  @Autowired private DecisionModels models;

  @Test
  void an_erasure_finds_the_order_that_was_placed_before_it() {
    CustomerId ada = registered();
    runInUnit(() -> place(ada));

    assertThat(erase(ada)).contains(CustomerRejection.PENDING_ORDERS_EXIST);
    assertThat(eventsOf(ada)).hasSize(1);
  }

  @Test
  void an_order_is_decided_again_when_its_customer_was_erased_meanwhile() {
    CustomerId ada = registered();
    UnitOfWork<?> placing = DefaultUnitOfWork.startAndGet(null);
    place(ada);

    assertThat(CompletableFuture.supplyAsync(() -> erase(ada)).join()).isEmpty();

    assertThatThrownBy(placing::commit).isInstanceOf(ConcurrencyException.class);
    assertThat(inUnit(() -> openOrders(ada))).isZero();
  }

  @Test
  void an_erasure_is_decided_again_when_an_order_was_placed_meanwhile() {
    CustomerId ada = registered();
    UnitOfWork<?> erasing = DefaultUnitOfWork.startAndGet(null);
    assertThat(openOrders(ada)).isZero();
    claims.take(TENANT, "erased-by-test", ada.value(), ada.value());

    CompletableFuture.runAsync(() -> runInUnit(() -> place(ada))).join();

    assertThatThrownBy(erasing::commit).isInstanceOf(ConcurrencyException.class);
  }

  /// What placing an order reads and claims.
  private void place(CustomerId id) {
    assertThat(
            models
                .rely(CustomerModel.DEFINITION, Given.TENANT.stream(id))
                .map(CustomerModel::erased))
        .hasValue(false);
    claims.take(TENANT, ClaimKinds.OPEN_ORDER, "ord_" + id.uuid(), id.value());
  }

  private long openOrders(CustomerId id) {
    return claims.countOwnedBy(TENANT, ClaimKinds.OPEN_ORDER, id.value());
  }

  private Optional<RejectionCode> erase(CustomerId id) {
    try {
      send(new RequestGDPRErasure(id, true), Given.CUSTOMER);
      return Optional.empty();
    } catch (Rejection rejection) {
      return Optional.of(rejection.code());
    }
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
