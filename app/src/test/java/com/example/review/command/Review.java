package com.example.review.command;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.example.review.ReviewCommand.HideReview;
import com.example.review.ReviewCommand.WriteReview;
import com.example.review.ReviewEvent;
import com.example.review.ReviewEvent.ReviewHidden;
import com.example.review.ReviewEvent.ReviewWritten;
import com.example.review.ReviewRejection;
import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// What a customer says of a product.
@Aggregate(type = "Review", cache = EngineBeans.AGGREGATE_CACHE)
public class Review {
  private static final int MOST_STARS = 5;

  @AggregateIdentifier private @Nullable String stream;
  private @Nullable ReviewWritten written;
  private boolean hidden;

  Review() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(WriteReview command, Context context) {
    if (command.stars() < 1 || command.stars() > MOST_STARS) {
      throw Rejection.of(ReviewRejection.STARS_OUT_OF_RANGE)
          .with("stars", command.stars(), "must be from 1 to 5");
    }
    if (written == null) {
      apply(
          new ReviewWritten(
              command.reviewId(),
              command.productId(),
              command.stars(),
              command.text(),
              context.actor().toString(),
              context.at()));
    } else if (written.stars() != command.stars()
        || !written.productId().equals(command.productId())) {
      throw Rejection.of(ReviewRejection.REVIEW_ID_TAKEN)
          .with("reviewId", command.reviewId(), "was written with other data");
    }
  }

  /// Hiding what is hidden is harmless.
  @CommandHandler
  void handle(HideReview command, Context context) {
    if (!context.actor().isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with("Daybook-Actor", context.actor(), "must be staff");
    }
    if (!hidden) {
      apply(new ReviewHidden(command.reviewId(), command.reason(), context.at()));
    }
  }

  @EventSourcingHandler
  void on(ReviewEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    switch (event) { // no default: a new event must be decided here
      case ReviewWritten e -> {
        stream = new TenantId(tenant).stream(e.reviewId());
        written = e;
      }
      case ReviewHidden _ -> hidden = true;
    }
  }
}
