package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Event;
import io.daybook.query.cart.CartProjection;
import io.daybook.query.catalog.CatalogProjection;
import io.daybook.query.customer.CustomerProjection;
import io.daybook.query.inventory.StockProjection;
import io.daybook.query.order.OrderProjection;
import io.daybook.query.payment.PaymentProjection;
import io.daybook.query.projection.Changes;
import io.daybook.query.testing.Feed;
import io.daybook.query.testing.Histories;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// However many events share a transaction, the tables end the same as one by one: for any history, any
/// sizes, and also when the events come a second time.
class BatchesTest {
  enum Subject {
    CUSTOMERS(CustomerProjection::new, Histories::customers),
    CATALOG(CatalogProjection::new, Histories::products),
    STOCKS(database -> new StockProjection(database, new Changes()), Histories::stocks),
    CARTS(CartProjection::new, Histories::carts),
    ORDERS(database -> new OrderProjection(database, new Changes()), Histories::orders),
    PAYMENTS(PaymentProjection::new, Histories::payments);

    private final Function<JdbcClient, Object> projection;
    private final BiFunction<Random, Integer, List<Event>> history;

    Subject(
        Function<JdbcClient, Object> projection, BiFunction<Random, Integer, List<Event>> history) {
      this.projection = projection;
      this.history = history;
    }
  }

  private static final Map<Subject, Feed> ONE_BY_ONE = new EnumMap<>(Subject.class);
  private static final Map<Subject, Feed> TOGETHER = new EnumMap<>(Subject.class);

  @AfterContainer
  static void close() {
    ONE_BY_ONE.values().forEach(Feed::close);
    TOGETHER.values().forEach(Feed::close);
  }

  @Property(tries = 150)
  void batches_end_as_single_events_do(
      @ForAll Subject subject,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 80) int length,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 60) Integer> sizes) {
    List<Event> history = subject.history.apply(new Random(seed), length);
    Feed single = empty(ONE_BY_ONE, subject).given(history.toArray(Event[]::new));
    Feed batches = empty(TOGETHER, subject).givenInBatches(sizes, history);

    assertThat(batches.tables()).isEqualTo(single.tables());
    batches.repeat();
    assertThat(batches.tables()).isEqualTo(single.tables());
  }

  private static Feed empty(Map<Subject, Feed> feeds, Subject subject) {
    Feed feed = feeds.computeIfAbsent(subject, it -> new Feed(it.projection));
    feed.forget();
    return feed;
  }
}
