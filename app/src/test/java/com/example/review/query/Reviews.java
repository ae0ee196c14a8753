package com.example.review.query;

import com.example.review.ReviewId;
import io.daybook.kernel.id.ProductId;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `review.graphqls`.
@Controller
public class Reviews extends EntityQueries<Review> {
  Reviews(JdbcClient database) {
    super("Review", new View<>(database, "reviews", "review_id", Review::read));
    byId(ReviewId::new);
    filterId("productId", "r.product_id = :product", ProductId::new);
    sort("WRITTEN_AT", "written_at", "timestamptz");
  }
}
