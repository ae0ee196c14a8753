package io.daybook.eventstore.autoconfigure;

import com.zaxxer.hikari.SQLExceptionOverride;
import io.daybook.eventstore.SqlStates;
import java.sql.SQLException;

/// Which sessions the pool throws away after a failure, beside those that it knows are lost: a session that may not
/// write stays on a server that was the primary once, and one that PostgreSQL has ended answers nothing any more.
public final class ThrownAwaySessions implements SQLExceptionOverride {

  @java.lang.Override
  public SQLExceptionOverride.Override adjudicate(SQLException failure) {
    return SqlStates.isReadOnly(failure) || SqlStates.isEndedByTimeout(failure)
        ? SQLExceptionOverride.Override.MUST_EVICT
        : SQLExceptionOverride.Override.CONTINUE_EVICT;
  }
}
