package io.daybook.saga.payment;

import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.KnownGateways;
import io.daybook.payment.PaymentMethod;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateways of this shop. A call takes a bounded time, has no transaction, and never fails:
/// whatever goes wrong is an unknown outcome.
public final class PaymentGateways implements KnownGateways {
  private static final Logger log = LoggerFactory.getLogger(PaymentGateways.class);

  private final Map<String, PaymentGateway> byName = new TreeMap<>();
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public PaymentGateways(Collection<PaymentGateway> gateways, Duration timeout) {
    this.timeout = timeout;
    gateways.forEach(gateway -> byName.put(gateway.name(), gateway));
  }

  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /// Whether the shop has the gateway, and that the means of payment.
  @Override
  public boolean accepts(PaymentMethod method) {
    PaymentGateway gateway = byName.get(method.gateway());
    return gateway != null && gateway.accepts(method.token());
  }

  GatewayAnswer call(PaymentMethod method, Function<PaymentGateway, GatewayAnswer> question) {
    PaymentGateway gateway = byName.get(method.gateway());
    return gateway == null
        ? new GatewayAnswer.Declined(
            DeclineKind.HARD, "There is no gateway named " + method.gateway())
        : answer(threads.submit(() -> question.apply(gateway)), gateway.name());
  }

  /// A call that failed or was not answered in time may have moved money or not.
  private GatewayAnswer answer(Future<GatewayAnswer> request, String gateway) {
    try {
      return request.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.cancel(true);
      log.warn("The gateway {} gave no answer within {}", gateway, timeout);
      return new Unknown("No answer within " + timeout.toSeconds() + " s");
    } catch (ExecutionException e) {
      log.warn("The gateway {} failed", gateway, e.getCause());
      return new Unknown(reason(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + gateway, e);
    }
  }

  private static String reason(@Nullable Throwable failure) {
    return failure == null || failure.getMessage() == null
        ? "The gateway failed"
        : failure.getMessage();
  }
}
