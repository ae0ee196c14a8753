package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a unit of work writes besides its events, in the same transaction: claims, the answer to its
/// request, and changes of other tables.
final class WriteSet {

  private final Map<Claim, Optional<String>> claims = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable IdempotencyRecord answer;

  WriteSet copy() {
    WriteSet copy = new WriteSet();
    copy.replaceWith(this);
    return copy;
  }

  void replaceWith(WriteSet other) {
    claims.clear();
    claims.putAll(other.claims);
    statements.clear();
    statements.addAll(other.statements);
    answer = other.answer;
  }

  void add(Statement statement) {
    statements.add(statement);
  }

  void answer(IdempotencyRecord given) {
    answer = given;
  }

  /// @param owner empty to release the claim
  void claim(Claim claim, Optional<String> owner) {
    claims.put(claim, owner);
  }

  /// The new owner of each claim that changes; empty for a claim that is released.
  Map<Claim, Optional<String>> claims() {
    return Collections.unmodifiableMap(claims);
  }

  List<Statement> statements() {
    return Collections.unmodifiableList(statements);
  }

  Optional<IdempotencyRecord> answer() {
    return Optional.ofNullable(answer);
  }

  /// In characters, of what may be large.
  long size() {
    long size = 0;
    for (Statement statement : statements) {
      for (@Nullable Object parameter : statement.parameters()) {
        size += parameter instanceof String text ? text.length() : 0;
      }
    }
    if (answer != null) {
      @Nullable String body = answer.answer().body();
      size += answer.answer().headers().length() + (body == null ? 0 : body.length());
    }
    return size;
  }

  boolean isEmpty() {
    return claims.isEmpty() && statements.isEmpty() && answer == null;
  }
}
