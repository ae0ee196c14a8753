package io.daybook.eventstore.append;

import io.daybook.eventstore.Claims;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Claims as they are committed, and on top of them what the current unit of work has staged.
public final class StagedClaims implements Claims {

  private final JdbcClient database;
  private final Appender appender;
  private final Presumptions presumptions;

  public StagedClaims(DataSource dataSource, Appender appender, Presumptions presumptions) {
    this.database = JdbcClient.create(dataSource);
    this.appender = appender;
    this.presumptions = presumptions;
  }

  @Override
  public boolean take(String tenant, String kind, String key, String owner) {
    Companions companions = appender.companions();
    Claim claim = new Claim(tenant, kind, key);
    presume(companions, claim, Optional.empty());
    Optional<String> holder = owner(companions, claim);
    if (holder.isEmpty()) {
      companions.change(claim, Optional.of(owner));
    }
    return holder.isEmpty() || holder.get().equals(owner);
  }

  @Override
  public Optional<String> owner(String tenant, String kind, String key) {
    return owner(appender.companions(), new Claim(tenant, kind, key));
  }

  @Override
  public void release(String tenant, String kind, String key, String owner) {
    Companions companions = appender.companions();
    Claim claim = new Claim(tenant, kind, key);
    presume(companions, claim, Optional.of(owner));
    if (owner(companions, claim).filter(owner::equals).isPresent()) {
      companions.change(claim, Optional.empty());
    }
  }

  @Override
  public long countOwnedBy(String tenant, String kind, String owner) {
    Companions companions = appender.companions();
    Claim.Holder holder = new Claim.Holder(tenant, kind, owner);
    @Nullable Long known = companions.countsRead().get(holder);
    long committed = known == null ? count(holder) : known;
    companions.counted(holder, committed);
    return committed + staged(companions, holder);
  }

  private void presume(Companions companions, Claim claim, Optional<String> likely) {
    boolean known =
        companions.claimsChanged().containsKey(claim) || companions.claimsRead().containsKey(claim);
    if (!known) {
      presumptions.presume(claim, likely);
    }
  }

  private Optional<String> owner(Companions companions, Claim claim) {
    @Nullable Optional<String> staged = companions.claimsChanged().get(claim);
    if (staged == null) {
      staged = companions.claimsRead().get(claim);
    }
    if (staged == null) {
      staged = find(claim);
      companions.read(claim, staged);
    }
    return staged;
  }

  private static long staged(Companions companions, Claim.Holder holder) {
    return companions.claimsChanged().entrySet().stream()
        .filter(change -> isOf(holder, change.getKey()))
        .mapToLong(change -> gain(companions, holder, change))
        .sum();
  }

  private static boolean isOf(Claim.Holder holder, Claim claim) {
    return claim.tenant().equals(holder.tenant()) && claim.kind().equals(holder.kind());
  }

  private static long gain(
      Companions companions, Claim.Holder holder, Map.Entry<Claim, Optional<String>> change) {
    Optional<String> before =
        companions.claimsRead().getOrDefault(change.getKey(), Optional.empty());
    return held(holder, change.getValue()) - held(holder, before);
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
