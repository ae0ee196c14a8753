package io.daybook.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.CountedDatabase;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MetadataKeysTest {

  private final DataSource source = TestDatabase.fresh();
  private final JdbcClient database = JdbcClient.create(source);

  @Test
  void keys_beyond_the_limit_are_text_and_cost_neither_number_nor_query() {
    CountedDatabase counted = new CountedDatabase(source);
    MetadataKeys keys = new MetadataKeys(counted);
    IntStream.range(0, MetadataKeys.MOST).forEach(key -> keys.idOf("key-" + key));
    int asked = counted.questions();

    for (int key = 0; key < 500; key++) {
      assertThat(keys.idOf("made-up-" + key)).isEmpty();
    }

    assertThat(counted.questions()).isEqualTo(asked);
    assertThat(numbers()).hasSize(MetadataKeys.MOST);
    assertThat(keys.idOf("key-7")).isPresent();
  }

  @Test
  void a_store_whose_numbers_were_burnt_goes_on() {
    database
        .sql("ALTER TABLE event_store.metadata_key ALTER COLUMN id RESTART WITH 32767")
        .update();
    database.sql("INSERT INTO event_store.metadata_key (name) VALUES ('burnt')").update();
    MetadataKeys keys = new MetadataKeys(source);

    assertThat(keys.idOf("burnt")).isEmpty();
    assertThat(keys.idOf("colour")).hasValue(1);
    for (int round = 0; round < 3; round++) {
      assertThat(new MetadataKeys(source).idOf("burnt")).isEmpty();
    }
    assertThat(new MetadataKeys(source).nameOf(1)).isEqualTo("colour");
  }

  @Test
  void a_number_that_is_free_again_is_given_out_and_none_twice() {
    MetadataKeys one = new MetadataKeys(source);
    MetadataKeys other = new MetadataKeys(source);
    one.idOf("first");
    one.idOf("second");

    assertThat(other.idOf("third")).hasValue(3);
    assertThat(one.idOf("fourth")).hasValue(4);
    assertThat(other.idOf("second")).hasValue(2);
  }

  @Test
  void metadata_with_more_keys_than_numbers_is_read_as_it_was_written() {
    MetaData metadata =
        MetaData.from(
            IntStream.range(0, 200)
                .boxed()
                .collect(Collectors.toMap(key -> "key-" + key, key -> "v" + key)));
    byte[] stored = new MetadataFormat(new MetadataKeys(source)).write(metadata);

    assertThat(Map.copyOf(new MetadataFormat(new MetadataKeys(source)).read(stored)))
        .isEqualTo(Map.copyOf(metadata));
  }

  private List<Integer> numbers() {
    return database.sql("SELECT id FROM event_store.metadata_key").query(Integer.class).list();
  }
}
