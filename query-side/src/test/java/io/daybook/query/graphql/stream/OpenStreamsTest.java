package io.daybook.query.graphql.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
  private static final InetSocketAddress ONE = new InetSocketAddress("127.0.0.1", 1);
  private static final InetSocketAddress OTHER = new InetSocketAddress("127.0.0.2", 1);

  private final OpenStreams streams =
      new OpenStreams(new StreamProperties(3, 2, 1, Duration.ofSeconds(1)));

  @Test
  void a_client_has_only_so_many() {
    streams.take(ONE);
    OpenStreams.Place second = streams.take(new InetSocketAddress("127.0.0.1", 2));

    assertThatThrownBy(() -> streams.take(ONE)).hasMessageContaining("TOO_MANY_STREAMS");
    second.close();
    second.close();
    streams.take(ONE);
    assertThat(streams.open()).isEqualTo(2);
  }

  @Test
  void all_clients_together_have_only_so_many() {
    streams.take(ONE);
    streams.take(ONE);
    streams.take(OTHER);

    assertThatThrownBy(() -> streams.take(null)).hasMessageContaining("must be at most 3");
  }
}
