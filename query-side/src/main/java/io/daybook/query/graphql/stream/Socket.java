package io.daybook.query.graphql.stream;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// A socket, and how many operations are open on it: subscriptions that go on, and answers that were not sent yet.
/// A client that asks and does not read makes the second kind, without an end if nobody counts.
final class Socket extends WebSocketSessionDecorator {
  private static final CloseStatus UNREAD = new CloseStatus(4429, "Too many answers are not read");
  private static final Set<String> LAST = Set.of("complete", "error");
  private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OpenStreams.Place place;
  private final int most;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closing;

  Socket(WebSocketSession session, OpenStreams.Place place, int most) {
    super(session);
    this.place = place;
    this.most = most;
  }

  /// False where it is one too many. The refusal is an answer too: a client that goes on without reading is cut off.
  boolean begin() {
    return open.incrementAndGet() <= most;
  }

  void endIfUnread() {
    if (open.get() > 2 * most) {
      end(UNREAD);
    }
  }

  /// An operation has ended without a last message.
  void end() {
    open.decrementAndGet();
  }

  @Override
  public void sendMessage(WebSocketMessage<?> message) {
    if (message instanceof TextMessage text && isLast(text.getPayload())) {
      end();
    }
    if (!isOpen()) {
      return;
    }
    try {
      super.sendMessage(message);
    } catch (IOException e) {
      LOG.debug("The client of a socket has gone, or does not read", e);
      end(CloseStatus.SESSION_NOT_RELIABLE);
    }
  }

  @Override
  public boolean isOpen() {
    return !closing && super.isOpen();
  }

  /// Closes it, whether or not the client hears of it.
  void end(CloseStatus status) {
    closing = true;
    try {
      close(status);
    } catch (IOException e) {
      LOG.debug("The client of a socket has gone", e);
    }
  }

  void leave() {
    place.close();
  }

  /// The type comes before the payload, which is not looked at.
  private static boolean isLast(String message) {
    try (JsonParser parser = JSON.createParser(message)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean type = parser.currentName().equals("type");
        parser.nextToken();
        if (type) {
          return LAST.contains(parser.getString());
        }
        parser.skipChildren();
      }
      return false;
    }
  }
}
