package io.daybook.eventstore.append;

import io.daybook.eventstore.Claims;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Claims as they are committed, changed by what the current unit of work has staged.
public final class StagedClaims implements Claims {

  private final JdbcClient database;
  private final Appender appender;
  private final OptimisticAssumptions assumptions;

  public StagedClaims(DataSource dataSource, Appender appender, OptimisticAssumptions assumptions) {
    this.database = JdbcClient.create(dataSource);
    this.appender = appender;
    this.assumptions = assumptions;
  }

  @Override
  public boolean take(String tenant, String kind, String key, String owner) {
    StagedAppend staged = appender.current();
    Claim claim = new Claim(tenant, kind, key);
    assume(staged, claim, Optional.empty());
    Optional<String> holder = owner(staged, claim);
    if (holder.isEmpty()) {
      staged.writeSet().claim(claim, Optional.of(Claim.owner(owner)));
    }
    return holder.isEmpty() || holder.get().equals(owner);
  }

  @Override
  public Optional<String> owner(String tenant, String kind, String key) {
    return owner(appender.current(), new Claim(tenant, kind, key));
  }

  @Override
  public void release(String tenant, String kind, String key, String owner) {
    StagedAppend staged = appender.current();
    Claim claim = new Claim(tenant, kind, key);
    assume(staged, claim, Optional.of(owner));
    if (owner(staged, claim).filter(owner::equals).isPresent()) {
      staged.writeSet().claim(claim, Optional.empty());
    }
  }

  @Override
  public long countOwnedBy(String tenant, String kind, String owner) {
    StagedAppend staged = appender.current();
    Claim.Holder holder = new Claim.Holder(tenant, kind, owner);
    @Nullable Long known = staged.readSet().counts().get(holder);
    long committed = known == null ? count(holder) : known;
    staged.readSet().counted(holder, committed);
    return committed + change(staged, holder);
  }

  private void assume(StagedAppend staged, Claim claim, Optional<String> owner) {
    boolean known =
        staged.writeSet().claims().containsKey(claim)
            || staged.readSet().owners().containsKey(claim);
    if (!known) {
      assumptions.assume(claim, owner);
    }
  }

  private Optional<String> owner(StagedAppend staged, Claim claim) {
    @Nullable Optional<String> owner = staged.writeSet().claims().get(claim);
    if (owner == null) {
      owner = staged.readSet().owners().get(claim);
    }
    if (owner == null) {
      owner = find(claim);
      staged.readSet().read(claim, owner);
    }
    return owner;
  }

  /// By how much the unit of work changes the number of the holder's claims.
  private static long change(StagedAppend staged, Claim.Holder holder) {
    return staged.writeSet().claims().entrySet().stream()
        .filter(claim -> isOf(holder, claim.getKey()))
        .mapToLong(claim -> change(staged.readSet(), holder, claim))
        .sum();
  }

  private static boolean isOf(Claim.Holder holder, Claim claim) {
    return claim.tenant().equals(holder.tenant()) && claim.kind().equals(holder.kind());
  }

  private static long change(
      ReadSet reads, Claim.Holder holder, Map.Entry<Claim, Optional<String>> claim) {
    Optional<String> before = reads.owners().getOrDefault(claim.getKey(), Optional.empty());
    return held(holder, claim.getValue()) - held(holder, before);
  }

  private static long held(Claim.Holder holder, Optional<String> owner) {
    return owner.filter(holder.owner()::equals).isPresent() ? 1 : 0;
  }

  private Optional<String> find(Claim claim) {
    return database
        .sql("SELECT owner FROM event_store.claim WHERE tenant_id = ? AND kind = ? AND key = ?")
        .params(claim.tenant(), claim.kind(), claim.key())
        .query(String.class)
        .optional();
  }

  private long count(Claim.Holder holder) {
    return database
        .sql(
            """
            SELECT count(*) FROM event_store.claim
            WHERE tenant_id || '' = ? AND kind || '' = ? AND owner = ?
            """)
        .params(holder.tenant(), holder.kind(), holder.owner())
        .query(Long.class)
        .single();
  }
}
