package io.daybook.command.dispatch;

import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.Positions;
import io.daybook.eventstore.Sha256;
import io.daybook.eventstore.StoredAnswer;
import io.daybook.http.Contexts;
import io.daybook.http.Receipt;
import io.daybook.http.RequestMeta;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Handles a request once per idempotency key (rule 21). Its answer is stored in the transaction of the
/// command's events: both are committed, or none, and a refusal stores nothing.
public final class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final IdempotencyRecords records;
  private final Positions positions;

  public IdempotencyInterceptor(IdempotencyRecords records, Positions positions) {
    this.records = records;
    this.positions = positions;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    if (!message.getMetaData().containsKey(RequestMeta.RECEIPT)) {
      return chain.proceed();
    }
    Optional<Receipt> earlier = earlier(message);
    if (earlier.isPresent()) {
      return new AtomicReference<>(earlier.get());
    }
    chain.proceed();
    // The position is known once the events are appended, which is after this has returned.
    AtomicReference<Receipt> receipt = new AtomicReference<>();
    unitOfWork.onPrepareCommit(preparing -> keep(preparing, message));
    unitOfWork.afterCommit(committed -> receipt.set(receipt(committed)));
    return receipt;
  }

  private Optional<Receipt> earlier(CommandMessage<?> message) {
    MetaData metaData = message.getMetaData();
    if (!(metaData.get(RequestMeta.IDEMPOTENCY_KEY) instanceof String key)) {
      return Optional.empty();
    }
    Context context = Contexts.of(message);
    String tenant = context.tenant().value();
    String caller = context.actor().toString();
    if (!records.tryLock(tenant, caller, key)) {
      throw Rejection.of(KernelRejection.IDEMPOTENCY_KEY_IN_USE)
          .with("Idempotency-Key", key, "belongs to a request that is still running");
    }
    Optional<StoredAnswer> answer = records.earlier(tenant, caller, key);
    if (answer.isPresent() && !isSame(answer.get().answer().requestHash(), metaData)) {
      throw Rejection.of(KernelRejection.IDEMPOTENCY_KEY_REUSED)
          .with("Idempotency-Key", key, "belongs to another request");
    }
    return answer.map(StoredReceipt::read);
  }

  /// What an earlier program has answered is found by the text of the request.
  private static boolean isSame(String storedHash, MetaData metaData) {
    return storedHash.equals(hash(metaData, RequestMeta.REQUEST))
        || storedHash.equals(hash(metaData, RequestMeta.EARLIER_REQUEST));
  }

  private void keep(UnitOfWork<?> unitOfWork, CommandMessage<?> message) {
    if (message.getMetaData().get(RequestMeta.IDEMPOTENCY_KEY) instanceof String key) {
      Context context = Contexts.of(message);
      String id = String.valueOf(message.getMetaData().get(RequestMeta.RECEIPT));
      boolean changes = positions.isWriting(unitOfWork);
      records.store(
          context.tenant().value(),
          context.actor().toString(),
          key,
          StoredReceipt.write(hash(message.getMetaData(), RequestMeta.REQUEST), changes, id));
    }
  }

  private Receipt receipt(UnitOfWork<?> unitOfWork) {
    OptionalLong written = positions.written(unitOfWork);
    long position = written.isPresent() ? written.getAsLong() : positions.head();
    return new Receipt(position, written.isPresent(), null);
  }

  private static String hash(MetaData metaData, String key) {
    return Sha256.hexOf(String.valueOf(metaData.get(key)).getBytes(StandardCharsets.UTF_8));
  }
}
