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

/// Metadata in bytes: a flat map of texts, a third of the size of its JSON. Keys are written as numbers, UUIDs and
/// trace contexts in binary. A value that is no text is stored as its text; a null is not stored.
public final class MetadataFormat {

  private static final byte VERSION = 1;
  private static final int WRITTEN_OUT = 0;
  private static final int TEXT = 0;
  private static final int ID = 1;
  private static final int TRACE = 2;
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

  public byte[] write(MetaData metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(metadata.size() * 24 + 1);
    bytes.write(VERSION);
    metadata.forEach(
        (key, value) -> {
          if (value != null) {
            writeKey(bytes, key);
            writeValue(bytes, value.toString());
          }
        });
    return bytes.toByteArray();
  }

  private void writeKey(ByteArrayOutputStream bytes, String key) {
    int id = keys.idOf(key).orElse(WRITTEN_OUT);
    bytes.write(id);
    if (id == WRITTEN_OUT) {
      writeText(bytes, key);
    }
  }

  private static void writeValue(ByteArrayOutputStream bytes, String value) {
    if (value.length() == ID_LENGTH && isId(value)) {
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

  private static boolean isId(String value) {
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
    if (version != VERSION) {
      throw new IllegalArgumentException("Metadata of form " + version + " is not known here");
    }
    Map<String, String> metadata = new HashMap<>();
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
      default -> throw new IllegalArgumentException("No kind of metadata: " + kind);
    }
  }

  private static void skip(ByteBuffer bytes, int length) {
    bytes.position(bytes.position() + length);
  }

  private static String readValue(ByteBuffer bytes) {
    int kind = bytes.get();
    return switch (kind) {
      case TEXT -> readText(bytes);
      case ID -> new UUID(bytes.getLong(), bytes.getLong()).toString();
      case TRACE -> readTrace(bytes);
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
