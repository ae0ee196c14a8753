package com.example.review;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a review.
public sealed interface ReviewEvent extends Event {
  ReviewId reviewId();

  @Override
  default Id source() {
    return reviewId();
  }

  /// Revision 1 called the stars a rating.
  @StoredAs(value = "review.ReviewWritten", revision = 2)
  record ReviewWritten(
      ReviewId reviewId,
      ProductId productId,
      int stars,
      @Nullable String text,
      String writtenBy,
      Instant writtenAt)
      implements ReviewEvent {}

  @StoredAs("review.ReviewHidden")
  record ReviewHidden(ReviewId reviewId, String reason, Instant hiddenAt) implements ReviewEvent {}
}
