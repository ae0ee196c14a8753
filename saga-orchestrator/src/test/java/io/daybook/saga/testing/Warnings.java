package io.daybook.saga.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// What a class warns of, as long as this is open.
public final class Warnings implements AutoCloseable {
  private final Logger logger;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private Warnings(Logger logger) {
    this.logger = logger;
  }

  public static Warnings of(Class<?> type) {
    Warnings warnings = new Warnings((Logger) LoggerFactory.getLogger(type));
    warnings.lines.start();
    warnings.logger.addAppender(warnings.lines);
    return warnings;
  }

  /// The arguments of each warning: who and how much, without the words.
  public List<List<Object>> arguments() {
    return lines.list.stream()
        .filter(line -> line.getLevel() == Level.WARN)
        .map(line -> List.of(line.getArgumentArray()))
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
