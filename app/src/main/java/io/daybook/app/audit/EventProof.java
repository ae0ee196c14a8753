package io.daybook.app.audit;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.eventstore.audit.EventContent;
import io.daybook.eventstore.audit.Finding;
import io.daybook.eventstore.audit.InclusionProof;
import io.daybook.eventstore.audit.Proofs;
import io.daybook.eventstore.audit.Seal;
import io.daybook.eventstore.audit.TrustedKeys;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// The proof of one event, for people.
record EventProof(InclusionProof proof) {

  /// @param wanted a position or an event's id
  static EventProof of(DataSource database, String wanted) throws SQLException {
    Proofs proofs = new Proofs(database);
    long position = wanted.matches("\\d{1,18}") ? Long.parseLong(wanted) : find(proofs, wanted);
    return new EventProof(
        proofs
            .of(position)
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.FAILED, "there is no sealed event at position " + position)));
  }

  private static long find(Proofs proofs, String id) throws SQLException {
    try {
      return proofs
          .positionOf(UUID.fromString(id))
          .orElseThrow(() -> new Failure(ExitCode.FAILED, "there is no event " + id));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--event: %s is no position and no id".formatted(id), e);
    }
  }

  void require(TrustedKeys keys) {
    Optional<Finding> wrong = proof.check(keys);
    if (wrong.isPresent()) {
      throw new Failure(
          ExitCode.TAMPERED,
          "position %d is not proved: %s, %s"
              .formatted(proof.position(), wrong.get(), wrong.get().sentence()));
    }
  }

  void describe(PrintWriter out) {
    EventContent event = proof.event();
    Seal seal = proof.signedSeal().seal();
    out.printf("Proved  position %d, event %s%n", proof.position(), event.id());
    out.printf("Type    %s, revision %s%n", event.type().name(), event.type().revision());
    out.printf("Stream  %s, sequence %d%n", event.stream(), event.sequence());
    out.printf("At      %s%n", instant(event.micros()));
    out.printf(
        "Sealed  %s in the batch %d to %d%s%n",
        instant(seal.micros()),
        seal.first(),
        seal.last(),
        seal.adopted() ? ", some time after it was written" : "");
    out.printf("Payload %s%n", new String(event.payload(), StandardCharsets.UTF_8));
    out.flush();
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
