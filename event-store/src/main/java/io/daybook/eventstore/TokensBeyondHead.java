package io.daybook.eventstore;

import java.util.List;
import java.util.stream.Collectors;

/// Tokens of processors lie beyond the head: the events were restored to an earlier state than the tokens. The
/// processors would skip as many of the next events as are missing.
public final class TokensBeyondHead extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param position up to which the processor has come
  public record Ahead(String processor, int segment, long position) {}

  @SuppressWarnings("serial") // never sent anywhere
  private final List<Ahead> ahead;

  private final long head;

  public TokensBeyondHead(List<Ahead> ahead, long head) {
    super(
        "the store ends at position %d, but %s: its events were restored to an earlier point than its tokens. Start once with daybook.engine.tokens-beyond-head=reset to put these processors at the end of the store, then replay each of them that is a projection"
            .formatted(head, describe(ahead)));
    this.ahead = List.copyOf(ahead);
    this.head = head;
  }

  private static String describe(List<Ahead> ahead) {
    return ahead.stream()
        .map(
            it -> "%s (segment %d) is at %d".formatted(it.processor(), it.segment(), it.position()))
        .collect(Collectors.joining(", "));
  }

  public List<Ahead> ahead() {
    return ahead;
  }

  public long head() {
    return head;
  }
}
