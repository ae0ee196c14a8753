package io.daybook.query.graphql.stream;

import io.daybook.kernel.Rejection;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// GraphQL over WebSocket, on so many sockets as there are places. One more is closed with 1013: try again later.
final class Sockets extends GraphQlWebSocketHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  /// The code of the protocol graphql-transport-ws for what is no message of it.
  private static final CloseStatus INVALID_MESSAGE = new CloseStatus(4400, "Invalid message");

  private final OpenStreams streams;
  private final SocketOperations operations;

  Sockets(
      WebGraphQlHandler handler,
      GraphQlProperties.Websocket settings,
      OpenStreams streams,
      SocketOperations operations) {
    super(
        handler,
        new JacksonJsonHttpMessageConverter(),
        settings.getConnectionInitTimeout(),
        settings.getKeepAlive());
    this.streams = streams;
    this.operations = operations;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    try {
      super.afterConnectionEstablished(
          operations.opened(session, streams.take(session.getRemoteAddress())));
    } catch (Rejection refused) {
      close(session, CloseStatus.SERVICE_OVERLOAD.withReason(refused.code().name()));
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
    Socket socket = operations.of(session.getId());
    if (socket == null || !socket.isOpen()) {
      return;
    }
    try {
      super.handleTextMessage(socket, message);
      socket.endIfUnread();
    } catch (HttpMessageConversionException | IllegalArgumentException e) {
      LOG.debug("A message that is none of graphql-transport-ws", e);
      socket.end(INVALID_MESSAGE);
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Socket socket = operations.closed(session.getId());
    if (socket != null) {
      socket.leave();
      super.afterConnectionClosed(socket, status);
    }
  }

  private static void close(WebSocketSession session, CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException e) {
      LOG.debug("The client of a socket has gone", e);
    }
  }
}
