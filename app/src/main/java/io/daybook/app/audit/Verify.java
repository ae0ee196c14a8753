package io.daybook.app.audit;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.cli.DataDirectoryOption;
import io.daybook.app.cli.Subcommand;
import io.daybook.app.postgres.StoreDatabase;
import io.daybook.eventstore.audit.KeyFolder;
import io.daybook.eventstore.audit.SignedHead;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "verify",
    description = "Check that every event is as it was written, or prove one.",
    footer = {
      "",
      "Without --event or --proof the whole store is checked; Ctrl-C stops it, and the same"
          + " command",
      "goes on from there. It ends with an anchor: kept elsewhere and given with --anchor the next",
      "time, it shows if the end was cut off or all was replaced.",
      "--event with --proof writes a proof; --proof with --public-key checks it without the store."
    })
public final class Verify implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Option(
      names = "--anchor",
      paramLabel = "POSITION:HASH",
      converter = AnchorText.class,
      description = "What an earlier verification printed.")
  private @Nullable SignedHead anchor;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Believe this key alone, not those of the data directory; may be repeated.")
  private List<Path> publicKeys = List.of();

  @Option(
      names = "--afresh",
      description = "Begin at the first event, whatever was checked before.")
  private boolean afresh;

  @Option(
      names = "--event",
      paramLabel = "POSITION|ID",
      description = "Write a proof of this event to the file of --proof.")
  private @Nullable String event;

  @Option(names = "--proof", paramLabel = "FILE", description = "The proof to write or to check.")
  private @Nullable Path proof;

  @Option(
      names = "--new-key",
      description = "Make a new key; the server signs with it from its next start on.")
  private boolean newKey;

  @Override
  public Integer call() throws InterruptedException, SQLException {
    if (newKey) {
      return makeKey();
    }
    if (proof == null && event != null) {
      throw new ParameterException(spec.commandLine(), "--event needs --proof, the file to write");
    }
    if (proof != null) {
      return event == null ? checkProof(proof) : writeProof(event, proof);
    }
    return verify();
  }

  private int verify() throws InterruptedException, SQLException {
    Path directory = data.used();
    TrustedKeys keys = keys();
    try (StoreDatabase database = StoreDatabase.of(directory)) {
      StoreCheck check = new StoreCheck(database.source(), keys, directory);
      Verdict verdict = check.run(afresh, anchor);
      new VerdictReport(out(), keys).tell(verdict);
      return ExitCode.OK.status();
    }
  }

  private int writeProof(String wanted, Path file) throws SQLException {
    try (StoreDatabase database = StoreDatabase.of(data.used())) {
      EventProof made = EventProof.of(database.source(), wanted);
      made.require(keys());
      ProofFile.write(file, made.proof());
      made.describe(out());
      out().println("Proof   " + file);
      out().flush();
    }
    return ExitCode.OK.status();
  }

  private int checkProof(Path file) {
    EventProof read = new EventProof(ProofFile.read(file));
    read.require(keys());
    read.describe(out());
    return ExitCode.OK.status();
  }

  private int makeKey() {
    KeyFolder folder = keyFolder();
    folder.next();
    out().println("The server signs with a new key from its next start on. Believed are:");
    new VerdictReport(out(), folder.trusted()).tellKeys();
    return ExitCode.OK.status();
  }

  private TrustedKeys keys() {
    try {
      TrustedKeys keys =
          publicKeys.isEmpty()
              ? keyFolder().trusted()
              : new TrustedKeys(publicKeys.stream().map(KeyFolder::publicKey).toList());
      if (keys.all().isEmpty()) {
        throw new Failure(
            ExitCode.USAGE,
            "there is no key to check with: start the server once, or name a file with"
                + " --public-key");
      }
      return keys;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new Failure(ExitCode.USAGE, "--public-key: " + e.getMessage(), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  static final class AnchorText implements ITypeConverter<SignedHead> {
    @Override
    public SignedHead convert(String text) {
      try {
        return SignedHead.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  private KeyFolder keyFolder() {
    String elsewhere = System.getenv().getOrDefault("DAYBOOK_AUDIT_KEYS", "");
    return KeyFolder.at(
        elsewhere.isBlank() ? data.path().resolve("audit-keys") : Path.of(elsewhere));
  }
}
