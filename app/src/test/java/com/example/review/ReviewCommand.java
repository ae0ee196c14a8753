package com.example.review;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.ProductId;
import org.jspecify.annotations.Nullable;

/// What can be asked of a review.
public sealed interface ReviewCommand extends Command {
  ReviewId reviewId();

  @Override
  default Id target() {
    return reviewId();
  }

  @Override
  default RejectionCode missing() {
    return ReviewRejection.REVIEW_NOT_FOUND;
  }

  /// @param stars from 1 to 5
  record WriteReview(ReviewId reviewId, ProductId productId, int stars, @Nullable String text)
      implements ReviewCommand {}

  record HideReview(ReviewId reviewId, String reason) implements ReviewCommand {}
}
