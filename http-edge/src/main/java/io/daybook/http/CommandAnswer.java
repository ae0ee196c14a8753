package io.daybook.http;

import org.springframework.http.ResponseEntity;

/// How a route answers: it sends the call's command and says what came of it. A dry run does not come
/// here.
@FunctionalInterface
public interface CommandAnswer {
  /// @throws io.daybook.kernel.Rejection when the command is refused
  ResponseEntity<Object> answer(CommandCall call);
}
