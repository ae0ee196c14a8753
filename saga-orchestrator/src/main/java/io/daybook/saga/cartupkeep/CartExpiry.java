package io.daybook.saga.cartupkeep;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.cart.CartCommand.ExpireCart;
import io.daybook.cart.CartRejection;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CartId;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import java.time.Duration;
import java.time.Instant;

/// Expires carts that were not used for as long as the tenant allows. A cart has one entry of the
/// agenda, which using the cart does not change. When it is due, the cart refuses to expire if it
/// was used, and the entry is rescheduled.
public final class CartExpiry implements AgendaTask {
  private final Agenda agenda;
  private final TenantPolicy.Source policies;
  private final ProcessCommands commands;

  public CartExpiry(Agenda agenda, TenantPolicy.Source policies, ProcessCommands commands) {
    this.agenda = agenda;
    this.policies = policies;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return AgendaKinds.CART_EXPIRY;
  }

  /// The time counts from now and not from the event's date, because a cart that is imported with
  /// an old date must live until it is ordered. For the same reason the expiry is not back-dated.
  void schedule(CartId cart, Cause cause, Batch batch) {
    TenantId tenant = cause.tenant();
    Cause undated =
        new Cause(tenant, cause.actor(), cause.correlationId(), cause.causationId(), null);
    agenda.scheduleIfNotExists(
        new AgendaEntry(
            AgendaKinds.CART_EXPIRY,
            tenant,
            cart.value(),
            agenda.now(tenant).plus(allowed(tenant)),
            undated.toData()),
        batch);
  }

  void cancel(CartId cart, TenantId tenant, Batch batch) {
    agenda.cancel(AgendaKinds.CART_EXPIRY, tenant, cart.value(), batch);
  }

  @Override
  public Completion run(AgendaEntry entry) {
    Instant now = agenda.now(entry.tenant());
    Duration allowed = allowed(entry.tenant());
    Cause cause = Cause.of(entry, CartUpkeep.PROCESS);
    Rejection rejection =
        commands.attempt(cause, new ExpireCart(new CartId(entry.key()), now.minus(allowed)));
    return rejection != null && rejection.code() == CartRejection.CART_STILL_ACTIVE
        ? new Completion.Reschedule(now.plus(allowed), entry.data())
        : Completion.REMOVE;
  }

  private Duration allowed(TenantId tenant) {
    return policies.of(tenant).cartExpiry();
  }
}
