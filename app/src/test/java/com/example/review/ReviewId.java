package com.example.review;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a review.
public record ReviewId(String value) implements Id {
  public static final String PREFIX = "rev_";

  public ReviewId {
    Id.checked(PREFIX, value);
  }

  public static ReviewId of(UUID uuid) {
    return new ReviewId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
