package io.daybook.command.customer;

import static io.daybook.customer.CustomerRejection.ADDRESS_ID_TAKEN;
import static io.daybook.customer.CustomerRejection.CUSTOMER_ERASED;
import static io.daybook.customer.CustomerRejection.CUSTOMER_ID_TAKEN;
import static io.daybook.customer.CustomerRejection.ERASURE_NOT_CONFIRMED;
import static io.daybook.customer.CustomerRejection.INVALID_TOKEN;
import static io.daybook.customer.CustomerRejection.PENDING_ORDERS_EXIST;
import static io.daybook.customer.CustomerRejection.TOKEN_EXPIRED;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.claim.NamedClaim;
import io.daybook.command.customer.EmailVerification.Challenge;
import io.daybook.command.model.DecisionModels;
import io.daybook.customer.Address;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerCommand.RequestEmailVerification;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import io.daybook.customer.CustomerEvent;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.EmailVerificationRequested;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// A customer: registered, verified by mail, with addresses, and forgotten on request. Every command
/// may be repeated.
@Aggregate(type = "Customer", cache = EngineBeans.AGGREGATE_CACHE)
class Customer {
  /// Nobody's mailbox is filled by asking again and again.
  static final Duration BETWEEN_MAILS = Duration.ofMinutes(5);

  @AggregateIdentifier private @Nullable String stream;
  private @Nullable CustomerRegistered registration;
  private final Map<AddressId, Address> addresses = new HashMap<>();
  private @Nullable Challenge challenge;
  private Instant challengedAt = Instant.MIN;
  private boolean verified;
  private boolean erased;

  Customer() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(
      RegisterCustomer command,
      Context context,
      Claims claims,
      DecisionModels models,
      Credentials credentials,
      EmailVerification verification) {
    refuseErased();
    Registration requested = Registration.checked(command, context.actor());
    EmailOwner owner = new EmailOwner(models, claims, context);
    if (registration == null) {
      register(requested, command.customerId(), context, owner, credentials, verification);
    } else if (!requested.isThatOf(registration)) {
      throw Rejection.of(CUSTOMER_ID_TAKEN)
          .with("customerId", command.customerId(), "was registered with other data");
    } else if (!verified && hasExpired(challenge, context)) {
      challengeAgain(requested, owner, context, verification);
    }
  }

  /// Somebody who asks too often, or needs no mail, is told nothing else than who gets one.
  @CommandHandler
  void handle(
      RequestEmailVerification command,
      Context context,
      Claims claims,
      DecisionModels models,
      EmailVerification verification) {
    refuseErased();
    if (!verified && !context.at().isBefore(challengedAt.plus(BETWEEN_MAILS))) {
      challengeAgain(
          Registration.of(registered()),
          new EmailOwner(models, claims, context),
          context,
          verification);
    }
  }

  @CommandHandler
  void handle(VerifyCustomerEmail command, Context context, Claims claims, DecisionModels models) {
    refuseErased();
    Challenge sent = challengeOf(new VerificationToken(command.verificationToken()));
    if (verified) {
      return;
    }
    if (hasExpired(sent, context)) {
      throw Rejection.of(TOKEN_EXPIRED)
          .with("verificationToken", null, "expired at " + sent.expiresAt());
    }
    new EmailOwner(models, claims, context).keep(registered().email(), command.customerId());
    apply(new CustomerEmailVerified(command.customerId(), registered().email(), context.at()));
  }

  @CommandHandler
  void handle(AddShippingAddress command, Context context, TenantPolicy.Source policies) {
    refuseErased();
    Address address = ShippingAddress.checked(command, policies.of(context.tenant()).countries());
    Address known = addresses.get(command.addressId());
    if (known == null) {
      apply(ShippingAddress.added(command, address, context.at()));
    } else if (!known.equals(address)) {
      throw Rejection.of(ADDRESS_ID_TAKEN)
          .with("addressId", command.addressId(), "was added with other data");
    }
  }

  /// Where an order is placed at the same moment, the later of the two is decided again: an erasure relies
  /// on the number of open orders, and placing an order relies on the customer's stream.
  @CommandHandler
  void handle(
      RequestGDPRErasure command,
      Context context,
      Claims claims,
      Credentials credentials,
      OutgoingMail mails) {
    if (!command.confirmation()) {
      throw Rejection.of(ERASURE_NOT_CONFIRMED).with("confirmation", false, "must be true");
    }
    if (!erased) {
      refuseOpenOrders(command.customerId(), context, claims);
      CustomerRegistered known = registered();
      addresses(claims, context).release(known.email().value(), command.customerId());
      credentials.forget(context, command.customerId());
      mails.forget(context.tenant(), known.email());
      apply(new CustomerDataErased(command.customerId(), pseudonym(context), context.at()));
    }
  }

  @EventSourcingHandler
  void on(CustomerEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    switch (event) { // no default: a new event must be decided here
      case CustomerRegistered registered -> {
        stream = new TenantId(tenant).stream(registered.customerId());
        registration = registered;
        challenged(
            registered.verificationTokenHash(),
            registered.verificationExpiresAt(),
            registered.createdAt());
      }
      case EmailVerificationRequested requested ->
          challenged(
              requested.verificationTokenHash(),
              requested.verificationExpiresAt(),
              requested.requestedAt());
      case CustomerEmailVerified _ -> verified = true;
      case ShippingAddressAdded added ->
          addresses.put(added.addressId(), ShippingAddress.of(added));
      case CustomerDataErased _ -> {
        erased = true;
        addresses.clear();
      }
    }
  }

  private void refuseErased() {
    if (erased) {
      throw Rejection.of(CUSTOMER_ERASED);
    }
  }

  /// The hash is made before the claim is taken, so that nobody waits for a slow hash behind it.
  private static void register(
      Registration requested,
      CustomerId id,
      Context context,
      EmailOwner owner,
      Credentials credentials,
      EmailVerification verification) {
    if (requested.password() != null) {
      credentials.keep(context, id, requested.password());
    }
    owner.take(requested.email(), id);
    Challenge challenge = requested.vouched() ? null : verification.send(context, id, requested);
    apply(requested.accepted(id, challenge, context.at()));
    if (requested.vouched()) {
      apply(new CustomerEmailVerified(id, requested.email(), context.at()));
    }
  }

  private static NamedClaim addresses(Claims claims, Context context) {
    return new NamedClaim(claims, context.tenant(), ClaimKinds.CUSTOMER_EMAIL);
  }

  private void challengeAgain(
      Registration requested, EmailOwner owner, Context context, EmailVerification verification) {
    CustomerId id = registered().customerId();
    owner.keep(registered().email(), id);
    Challenge sent = verification.send(context, id, requested);
    apply(
        new EmailVerificationRequested(
            id, registered().email(), sent.tokenHash(), sent.expiresAt(), context.at()));
  }

  private void challenged(
      @Nullable String tokenHash, @Nullable Instant expiresAt, Instant challengedAt) {
    this.challenge =
        tokenHash == null || expiresAt == null ? null : new Challenge(tokenHash, expiresAt);
    this.challengedAt = challengedAt;
  }

  private static boolean hasExpired(@Nullable Challenge challenge, Context context) {
    return challenge != null && !context.at().isBefore(challenge.expiresAt());
  }

  private Challenge challengeOf(VerificationToken token) {
    if (challenge == null || !token.hasHash(challenge.tokenHash())) {
      throw Rejection.of(INVALID_TOKEN)
          .with("verificationToken", null, "is not the one that was sent last");
    }
    return challenge;
  }

  private static void refuseOpenOrders(CustomerId id, Context context, Claims claims) {
    String tenant = context.tenant().value();
    long open = claims.countOwnedBy(tenant, ClaimKinds.OPEN_ORDER, id.value());
    if (open > 0) {
      throw Rejection.of(PENDING_ORDERS_EXIST).with("openOrders", open, "must be 0");
    }
  }

  /// Stands for the customer in what is kept. The customer cannot be found by it.
  private static UUID pseudonym(Context context) {
    return UUID.nameUUIDFromBytes(
        ("erasure/" + context.commandId()).getBytes(StandardCharsets.UTF_8));
  }

  private CustomerRegistered registered() {
    if (registration == null) {
      throw new IllegalStateException("A customer without a registration: " + stream);
    }
    return registration;
  }
}
