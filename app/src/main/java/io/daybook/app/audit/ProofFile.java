package io.daybook.app.audit;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.audit.EventContent;
import io.daybook.eventstore.audit.Hash;
import io.daybook.eventstore.audit.InclusionProof;
import io.daybook.eventstore.audit.Seal;
import io.daybook.eventstore.audit.SignedSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A proof as a JSON file. Octets are in Base64, hashes in hexadecimal digits, times in microseconds
/// since 1970.
record ProofFile(int version, Event event, List<String> path, Sealed seal) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Event(
      long position,
      String stream,
      long sequence,
      @Nullable String aggregateType,
      String type,
      @Nullable String revision,
      long recordedAt,
      UUID id,
      List<String> metadataKeys,
      byte[] metadata,
      byte[] payload) {

    private static Event of(long position, EventContent content) {
      return new Event(
          position,
          content.stream(),
          content.sequence(),
          content.type().aggregateType(),
          content.type().name(),
          content.type().revision(),
          content.micros(),
          content.id(),
          content.keys(),
          content.metadata(),
          content.payload());
    }

    private EventContent content() {
      StoredType stored = new StoredType(aggregateType, type, revision);
      return new EventContent(
          stream, sequence, stored, recordedAt, id, metadataKeys, metadata, payload);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sealed(
      boolean adopted,
      long first,
      long last,
      String root,
      String prints,
      String previous,
      long sealedAt,
      String key,
      byte[] signature) {

    private static Sealed of(SignedSeal signed) {
      Seal seal = signed.seal();
      return new Sealed(
          seal.adopted(),
          seal.first(),
          seal.last(),
          seal.root().hex(),
          seal.prints().hex(),
          seal.previous().hex(),
          seal.micros(),
          seal.key().hex(),
          signed.signature());
    }

    private SignedSeal signedSeal() {
      return new SignedSeal(
          new Seal(
              adopted,
              first,
              last,
              new Hash(root),
              new Hash(prints),
              new Hash(previous),
              sealedAt,
              new Hash(key)),
          signature);
    }
  }

  static void write(Path file, InclusionProof proof) {
    ProofFile content =
        new ProofFile(
            VERSION,
            Event.of(proof.position(), proof.event()),
            proof.path().stream().map(Hash::hex).toList(),
            Sealed.of(proof.signedSeal()));
    try {
      Files.writeString(file, JSON.writeValueAsString(content));
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write the proof " + file, e);
    }
  }

  static InclusionProof read(Path file) {
    try {
      ProofFile content = JSON.readValue(Files.readString(file), ProofFile.class);
      if (content.version() != VERSION) {
        throw new IllegalArgumentException("it is of version " + content.version());
      }
      return new InclusionProof(
          content.event().position(),
          content.event().content(),
          content.path().stream().map(Hash::new).toList(),
          content.seal().signedSeal());
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read the proof " + file, e);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new Failure(
          ExitCode.FAILED, "%s is not a proof: %s".formatted(file, e.getMessage()), e);
    }
  }
}
