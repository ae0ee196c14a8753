package io.daybook.eventstore.audit;

import java.util.UUID;

/// What somebody with SQL access can do. Each tells what is to be found, and where first.
enum Tampering {
  PAYLOAD((store, one, other) -> edit(store, "payload = payload || convert_to(' ', 'UTF8')", one)),
  METADATA(
      (store, one, other) ->
          edit(store, "metadata = set_byte(metadata, octet_length(metadata) - 1, 88)", one)),
  BROKEN_METADATA((store, one, other) -> edit(store, "metadata = ''", one)),
  SEQUENCE((store, one, other) -> edit(store, "sequence = sequence + 1000", one)),
  RECORDED_AT(
      (store, one, other) ->
          edit(store, "recorded_at = recorded_at - interval '1 microsecond'", one)),
  NO_TIME((store, one, other) -> edit(store, "recorded_at = 'infinity'", one)),
  STREAM((store, one, other) -> edit(store, "stream = 'other/' || stream", one)),
  EVENT_ID((store, one, other) -> edit(store, "event_id = gen_random_uuid()", one)),
  TYPE((store, one, other) -> edit(store, "type_id = type_id + 1", one)),
  NAME_OF_A_TYPE(
      (store, one, other) -> {
        store.run(
            """
            UPDATE event_store.event_type SET name = 'lamp.LampSold'
            WHERE id = (SELECT type_id FROM event_store.event WHERE position = ?)
            """,
            one);
        return new Expected(
            Finding.EDITED,
            store.number(
                """
                SELECT min(position) FROM event_store.event WHERE type_id =
                  (SELECT type_id FROM event_store.event WHERE position = ?)
                """,
                one));
      }),
  NAME_OF_A_KEY(
      (store, one, other) -> {
        store.run("UPDATE event_store.metadata_key SET name = 'by' WHERE name = 'actorId'");
        return new Expected(Finding.EDITED, 1);
      }),
  DELETE(
      (store, one, other) -> {
        store.run("DELETE FROM event_store.event WHERE position = ?", one);
        return new Expected(Finding.DELETED, one);
      }),
  DELETE_AND_CLOSE_THE_GAP(
      (store, one, other) -> {
        store.run("DELETE FROM event_store.event WHERE position = ?", one);
        shift(store, one, -1);
        return new Expected(Finding.DELETED, one);
      }),
  INSERT_BETWEEN(
      (store, one, other) -> {
        shift(store, one - 1, 1);
        insert(store, one);
        store.run("UPDATE event_store.head SET position = position + 1");
        return new Expected(Finding.INSERTED, one);
      }),
  INSERT_BEHIND_THE_HEAD(
      (store, one, other) -> {
        long behind = store.head() + 1;
        insert(store, behind);
        return new Expected(Finding.INSERTED, behind);
      }),
  INSERT_BEFORE_THE_FIRST(
      (store, one, other) -> {
        insert(store, 0);
        return new Expected(Finding.INSERTED, 0);
      }),
  SWAP_EVENTS(
      (store, one, other) -> {
        move(store, one, Tampering.FAR);
        move(store, other, one);
        move(store, Tampering.FAR, other);
        return one == other
            ? Expected.NOTHING
            : new Expected(Finding.SWAPPED, Math.min(one, other));
      }),
  SWAP_PAYLOADS(
      (store, one, other) -> {
        store.run(
            """
            UPDATE event_store.event SET payload = another.payload
            FROM event_store.event AS another
            WHERE (event.position, another.position) IN ((?, ?), (?, ?))
            """,
            one,
            other,
            other,
            one);
        return one == other ? Expected.NOTHING : new Expected(Finding.EDITED, Math.min(one, other));
      }),
  CUT_THE_EVENTS(
      (store, one, other) -> {
        store.run("DELETE FROM event_store.event WHERE position >= ?", one);
        store.run("UPDATE event_store.head SET position = ?", one - 1);
        return new Expected(Finding.DELETED, one);
      }),
  CUT_EVENTS_AND_SEALS(
      (store, one, other) -> {
        long first = store.batchOf(one).first();
        store.run("DELETE FROM event_store.event WHERE position >= ?", first);
        store.run("DELETE FROM event_store.seal WHERE first_position >= ?", first);
        return new Expected(Finding.DELETED, first);
      }),
  SIGNATURE(
      (store, one, other) ->
          forge(store, "signature = set_byte(signature, 9, get_byte(signature, 9) # 1)", one)),
  NO_SIGNATURE((store, one, other) -> forge(store, "signature = ''", one)),
  ROOT((store, one, other) -> forge(store, "root = sha256(root)", one)),
  PREVIOUS((store, one, other) -> forge(store, "previous = sha256(previous)", one)),
  PRINTS((store, one, other) -> forge(store, "prints = prints || 'x'", one)),
  TIME_OF_A_SEAL(
      (store, one, other) -> forge(store, "sealed_at = sealed_at + interval '1 microsecond'", one)),
  ADOPTED((store, one, other) -> forge(store, "adopted = NOT adopted", one)),
  KEY_NUMBER(
      (store, one, other) -> {
        Expected at = forge(store, "key_id = key_id + 1", one);
        return new Expected(Finding.KEY_UNKNOWN, at.position());
      }),
  KEY(
      (store, one, other) -> {
        store.run(
            "UPDATE event_store.signing_key SET public_key = ?",
            SigningKey.generate().verification().encoded());
        return new Expected(Finding.KEY_UNKNOWN, 1);
      }),
  DELETE_A_SEAL(
      (store, one, other) -> {
        long first = store.batchOf(one).first();
        store.run("DELETE FROM event_store.seal WHERE first_position = ?", first);
        return new Expected(Finding.SEAL_MISSING, first);
      }),
  SWAP_SEALS(
      (store, one, other) -> {
        long first = store.batchOf(one).first();
        long second = store.batchOf(other).first();
        store.run(
            """
            UPDATE event_store.seal
            SET root = o.root, previous = o.previous, signature = o.signature, prints = o.prints,
                sealed_at = o.sealed_at
            FROM event_store.seal AS o
            WHERE (seal.first_position, o.first_position) IN ((?, ?), (?, ?))
            """,
            first,
            second,
            second,
            first);
        return first == second
            ? Expected.NOTHING
            : new Expected(Finding.SEAL_FORGED, Math.min(first, second));
      }),
  OLDER_HEAD(
      (store, one, other) -> {
        long last = store.batchOf(one).last();
        store.run(
            """
            UPDATE event_store.head SET sealed_position = last_position, seal = root
            FROM event_store.seal WHERE last_position = ?
            """,
            last);
        return new Expected(Finding.HEAD_CHANGED, store.head());
      });

  private static final long FAR = 1_000_000;

  /// @param finding null where nothing was changed after all
  record Expected(@org.jspecify.annotations.Nullable Finding finding, long position) {
    static final Expected NOTHING = new Expected(null, 0);
  }

  /// @param one and `other`: positions with events
  private interface Attack {
    Expected on(AttackedStore store, long one, long other);
  }

  private final Attack attack;

  Tampering(Attack attack) {
    this.attack = attack;
  }

  Expected on(AttackedStore store, long one, long other) {
    return attack.on(store, one, other);
  }

  private static Expected edit(AttackedStore store, String change, long position) {
    store.run("UPDATE event_store.event SET " + change + " WHERE position = ?", position);
    return new Expected(Finding.EDITED, position);
  }

  private static Expected forge(AttackedStore store, String change, long position) {
    long first = store.batchOf(position).first();
    store.run("UPDATE event_store.seal SET " + change + " WHERE first_position = ?", first);
    return new Expected(Finding.SEAL_FORGED, first);
  }

  private static void move(AttackedStore store, long from, long to) {
    store.run("UPDATE event_store.event SET position = ? WHERE position = ?", to, from);
  }

  private static void shift(AttackedStore store, long behind, long by) {
    store.run(
        "UPDATE event_store.event SET position = position + ? WHERE position > ?", FAR, behind);
    store.run(
        "UPDATE event_store.event SET position = position - ? WHERE position > ?",
        Tampering.FAR - by,
        FAR);
  }

  private static void insert(AttackedStore store, long position) {
    store.run(
        """
        INSERT INTO event_store.event
        SELECT ?, 0, recorded_at, ?, type_id, 'shop/lamp_false', metadata, payload
        FROM event_store.event LIMIT 1
        """,
        position,
        UUID.randomUUID());
  }
}
