package io.daybook.query.graphql.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much may be open at once. Each stream holds a thread and some hundred kilobytes.
///
/// @param most the most sockets and event streams of the program
/// @param perClient the most of one address; a proxy before the program is one
/// @param operations the most subscriptions and unread answers of one socket
/// @param keepAlive how often an event stream says that it is there
@ConfigurationProperties("daybook.query.streams")
public record StreamProperties(
    @DefaultValue("200") int most,
    @DefaultValue("50") int perClient,
    @DefaultValue("50") int operations,
    @DefaultValue("15s") Duration keepAlive) {}
