package io.daybook.http;

import io.daybook.kernel.Command;
import java.time.Duration;
import org.axonframework.messaging.MetaData;
import org.springframework.http.HttpStatus;

/// What a request says: a command, who sent it, and how to answer.
///
/// @param id of what is created, or else of what the command goes to
/// @param created whether the route creates what the command names
/// @param patience how long the caller will wait for the outcome of a process (RFC 7240)
public record CommandCall(
    Command command,
    String id,
    Caller caller,
    boolean created,
    boolean dryRun,
    Duration patience,
    MetaData metaData) {

  public String stream() {
    return caller.tenant().stream(command.target());
  }

  HttpStatus status() {
    return created ? HttpStatus.CREATED : HttpStatus.OK;
  }
}
