package com.example.review;

import com.example.review.ReviewEvent.ReviewWritten;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.ProductId;
import java.util.List;

/// The registry's entry of this capability.
public final class ReviewCapability implements Capability {
  @Override
  public String name() {
    return "review";
  }

  @Override
  public String summary() {
    return "What customers say of products.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(ReviewCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(ReviewEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(ReviewRejection.class);
  }

  @Override
  public List<Event> samples() {
    return List.of(
        new ReviewWritten(
            ReviewId.of(Samples.uuid(1)),
            ProductId.of(Samples.uuid(1)),
            5,
            "Better than coffee",
            "customer:ada",
            Samples.at(30)));
  }
}
