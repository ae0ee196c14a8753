package com.example.review.command;

import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.STAFF;

import com.example.review.ReviewCommand.HideReview;
import com.example.review.ReviewCommand.WriteReview;
import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import java.util.List;

/// The table of review routes.
public final class ReviewRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/reviews", WriteReview.class, "Write a review of a product").generating("reviewId"),
        post("/reviews/{reviewId}/hide", HideReview.class, "Hide a review").by(STAFF));
  }
}
