package com.example.review.query;

import com.example.review.ReviewEvent;
import com.example.review.ReviewEvent.ReviewHidden;
import com.example.review.ReviewEvent.ReviewWritten;
import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.Write;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the table of reviews.
@Component
@ProcessingGroup("projection-review")
public class ReviewProjection extends Projection {
  private static final Write<EventRow<ReviewWritten>> WRITTEN =
      EventRow.<ReviewWritten>write(
              """
              INSERT INTO :schema.reviews AS known
                (tenant_id, review_id, product_id, stars, text, written_at, version)
              SELECT tenant_id, id, product, stars, text, at, version FROM :rows AS event
              ON CONFLICT (tenant_id, review_id) DO NOTHING
              """)
          .text("product", row -> row.event().productId().value())
          .integer("stars", row -> row.event().stars())
          .text("text", row -> row.event().text())
          .time("at", row -> row.event().writtenAt());

  private static final Write<EventRow<ReviewHidden>> HIDDEN =
      EventRow.write(
          """
          UPDATE :schema.reviews AS known SET hidden = true, version = event.version
          FROM :rows AS event
          WHERE known.tenant_id = event.tenant_id AND known.review_id = event.id
            AND known.version < event.version
          """);

  public ReviewProjection(JdbcClient database) {
    super(database, "reviews");
  }

  @EventHandler
  void on(ReviewEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case ReviewWritten e -> batch.add(WRITTEN, new EventRow<>(e, recorded));
      case ReviewHidden e -> batch.add(HIDDEN, new EventRow<>(e, recorded));
    }
  }
}
