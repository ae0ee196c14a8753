package io.daybook.app.imports;

import io.daybook.app.client.Answer;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.kernel.Command;
import java.time.Instant;

/// What an import speaks through: the client, in whose name, and with which ids.
public record Session(ShopClient client, Sender staff, DerivedIds ids) {
  /// Sends a command that is dated as in the input.
  public Answer send(Instant at, Command command) throws InterruptedException {
    return client.send(staff.at(at), command);
  }
}
