package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import io.daybook.eventstore.testing.CountedDatabase;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The queries of a command before its events are written, in a whole application.
@Import(NewStreamsWithoutQueryTest.Counting.class)
class NewStreamsWithoutQueryTest extends LampTest {

  @TestConfiguration
  static class Counting {
    @Bean
    static BeanPostProcessor counted() {
      return new BeanPostProcessor() {
        @Override
        public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource database ? new CountedDatabase(database) : bean;
        }
      };
    }
  }

  @Autowired private DataSource counted;

  @BeforeEach
  void begin() {
    provide(newLamp());
  }

  @Test
  void a_new_aggregate_is_created_without_a_query() {
    int asked = questions();
    assertThat(provide(newLamp())).isTrue();
    assertThat(questions()).isEqualTo(asked);
  }

  @Test
  void an_aggregate_that_is_not_cached_is_queried() {
    int asked = questions();
    assertThatThrownBy(() -> light(newLamp(), 7)).isInstanceOf(AggregateNotFoundException.class);
    assertThat(questions()).isEqualTo(asked + 1);
  }

  private boolean provide(String lamp) {
    return commands.<Boolean>sendAndWait(new LampCommand.Provide(lamp, false));
  }

  private int questions() {
    return ((CountedDatabase) counted).questionsOfThisThread();
  }
}
