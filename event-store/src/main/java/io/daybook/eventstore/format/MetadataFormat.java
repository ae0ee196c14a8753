package io.daybook.eventstore.format;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// Metadata in bytes: a flat map, a third of the size of its JSON. Keys are written as numbers, UUIDs and trace
/// contexts in binary. Texts, integers, longs, doubles, booleans and nulls come back as what they are; a value of
/// any other type is stored as its text.
public final class MetadataFormat {

  private static final String METADATA = "metadata";
  private static final byte TEXTS_ONLY = 1;

  /// Some value is no text. Programs before this version refuse it.
  private static final byte TYPED = 2;

  private static final int WRITTEN_OUT = 0;
  private static final int TEXT = 0;
  private static final int ID = 1;
  private static final int TRACE = 2;
  private static final int NULL = 3;
  private static final int INTEGER = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int BOOLEAN = 7;
  private static final int ID_LENGTH = 36;
  private static final int TRACE_LENGTH = 55;
  private static final int TRACE_BYTES = 26;
  private static final HexFormat HEX = HexFormat.of();

  private final MetadataKeys keys;

  public MetadataFormat(MetadataKeys keys) {
    this.keys = keys;
  }

  /// The database has lost something, numbers of keys perhaps.
  public void forget() {
    keys.forget();
  }

  /// Reads the names of all keys that have numbers by now.
  public void loadNames() {
    keys.load();
  }

  /// @throws io.daybook.eventstore.NotStorable if a key or a value would not be read again as it is
  public byte[] write(MetaData metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(metadata.size() * 24 + 1);
    bytes.write(TEXTS_ONLY);
    boolean typed = false;
    for (Map.Entry<String, ?> entry : metadata.entrySet()) {
      String key = entry.getKey();
      StoredText.require(METADATA, key, key);
      writeKey(bytes, key);
      if (!isKept(entry.getValue()) || entry.getValue() instanceof String) {
        String text = String.valueOf(entry.getValue());
        StoredText.require(METADATA, key, text);
        writeValue(bytes, text);
      } else {
        writeOther(bytes, entry.getValue());
        typed = true;
      }
    }
    byte[] written = bytes.toByteArray();
    written[0] = typed ? TYPED : TEXTS_ONLY;
    return written;
  }

  /// The same metadata as it will be read: the instance itself, unless some value is stored as its text.
  public static MetaData asRead(MetaData metadata) {
    for (Object value : metadata.values()) {
      if (!isKept(value)) {
        Map<String, @Nullable Object> read = new HashMap<>(metadata);
        read.replaceAll((key, it) -> isKept(it) ? it : String.valueOf(it));
        return MetaData.from(read);
      }
    }
    return metadata;
  }

  private static boolean isKept(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String _, Integer _, Long _, Double _, Boolean _ -> true;
      default -> false;
    };
  }

  private static void writeOther(ByteArrayOutputStream bytes, @Nullable Object value) {
    switch (value) {
      case null -> bytes.write(NULL);
      case Integer number -> write(bytes, INTEGER, Integer.BYTES, number);
      case Long number -> write(bytes, LONG, Long.BYTES, number);
      case Double number -> write(bytes, DOUBLE, Long.BYTES, Double.doubleToRawLongBits(number));
      case Boolean yes -> write(bytes, BOOLEAN, 1, yes ? 1 : 0);
      default -> throw new IllegalArgumentException("No text, and not kept: " + value.getClass());
    }
  }

  private static void write(ByteArrayOutputStream bytes, int kind, int length, long value) {
    bytes.write(kind);
    for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.write((int) (value >>> shift));
    }
  }

  private void writeKey(ByteArrayOutputStream bytes, String key) {
    int id = keys.idOf(key).orElse(WRITTEN_OUT);
    bytes.write(id);
    if (id == WRITTEN_OUT) {
      writeText(bytes, key);
    }
  }

  private static void writeValue(ByteArrayOutputStream bytes, String value) {
    if (isId(value)) {
      UUID id = UUID.fromString(value);
      bytes.write(ID);
      bytes.writeBytes(
          ByteBuffer.allocate(Long.BYTES * 2)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array());
    } else if (value.length() == TRACE_LENGTH && isTrace(value)) {
      bytes.write(TRACE);
      bytes.writeBytes(HEX.parseHex(value.replace("-", "")));
    } else {
      bytes.write(TEXT);
      writeText(bytes, value);
    }
  }

  /// Whether a text is a UUID in the one form that reading produces.
  public static boolean isId(String value) {
    if (value.length() != ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < ID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (!fits(value.charAt(i), dash)) {
        return false;
      }
    }
    return true;
  }

  /// As W3C has it: version, trace, span, flags.
  private static boolean isTrace(String value) {
    for (int i = 0; i < TRACE_LENGTH; i++) {
      boolean dash = i == 2 || i == 35 || i == 52;
      if (!fits(value.charAt(i), dash)) {
        return false;
      }
    }
    return true;
  }

  /// Only lower case, since that is what reading produces.
  private static boolean fits(char c, boolean dash) {
    return dash ? c == '-' : c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  private static void writeText(ByteArrayOutputStream bytes, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    int length = encoded.length;
    while (length >= 0x80) {
      bytes.write(length & 0x7f | 0x80);
      length >>>= 7;
    }
    bytes.write(length);
    bytes.writeBytes(encoded);
  }

  public MetaData read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    byte version = bytes.get();
    if (version != TEXTS_ONLY && version != TYPED) {
      throw new IllegalArgumentException("Metadata of form " + version + " is not known here");
    }
    Map<String, @Nullable Object> metadata = new HashMap<>();
    while (bytes.hasRemaining()) {
      int key = bytes.get();
      metadata.put(key == WRITTEN_OUT ? readText(bytes) : keys.nameOf(key), readValue(bytes));
    }
    return MetaData.from(metadata);
  }

  /// The names of the keys that were stored as numbers, in their order: without them the bytes do not say
  /// what they mean. Empty for what is no metadata, or names a key that is not known.
  public Optional<List<String>> numberedKeys(byte[] stored) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(stored, 1, stored.length - 1);
      List<String> names = new ArrayList<>();
      while (bytes.hasRemaining()) {
        int key = bytes.get();
        if (key == WRITTEN_OUT) {
          skip(bytes, readLength(bytes));
        } else {
          names.add(keys.nameOf(key));
        }
        skipValue(bytes);
      }
      return Optional.of(names);
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException
        | IllegalStateException malformed) {
      return Optional.empty();
    }
  }

  private static void skipValue(ByteBuffer bytes) {
    int kind = bytes.get();
    switch (kind) {
      case TEXT -> skip(bytes, readLength(bytes));
      case ID -> skip(bytes, 2 * Long.BYTES);
      case TRACE -> skip(bytes, TRACE_BYTES);
      case NULL -> skip(bytes, 0);
      case INTEGER -> skip(bytes, Integer.BYTES);
      case LONG, DOUBLE -> skip(bytes, Long.BYTES);
      case BOOLEAN -> skip(bytes, 1);
      default -> throw new IllegalArgumentException("No kind of metadata: " + kind);
    }
  }

  private static void skip(ByteBuffer bytes, int length) {
    bytes.position(bytes.position() + length);
  }

  private static @Nullable Object readValue(ByteBuffer bytes) {
    int kind = bytes.get();
    return switch (kind) {
      case TEXT -> readText(bytes);
      case ID -> new UUID(bytes.getLong(), bytes.getLong()).toString();
      case TRACE -> readTrace(bytes);
      case NULL -> null;
      case INTEGER -> bytes.getInt();
      case LONG -> bytes.getLong();
      case DOUBLE -> bytes.getDouble();
      case BOOLEAN -> bytes.get() != 0;
      default -> throw new IllegalArgumentException("No kind of metadata: " + kind);
    };
  }

  private static String readTrace(ByteBuffer bytes) {
    byte[] raw = new byte[TRACE_BYTES];
    bytes.get(raw);
    String hex = HEX.formatHex(raw);
    return hex.substring(0, 2)
        + '-'
        + hex.substring(2, 34)
        + '-'
        + hex.substring(34, 50)
        + '-'
        + hex.substring(50);
  }

  private static String readText(ByteBuffer bytes) {
    int length = readLength(bytes);
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    skip(bytes, length);
    return text;
  }

  private static int readLength(ByteBuffer bytes) {
    int length = 0;
    int shift = 0;
    byte part;
    do {
      part = bytes.get();
      length |= (part & 0x7f) << shift;
      shift += 7;
    } while (part < 0);
    return length;
  }
}
