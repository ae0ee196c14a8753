package io.daybook.benchmarks.load;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// A sample as one line, from one process to another.
public final class SampleText {
  private static final String MARK = "sample";

  private SampleText() {}

  public static String write(Sample sample) {
    ByteBuffer buffer = ByteBuffer.allocate(sample.latencies().getNeededByteBufferCapacity());
    int length = sample.latencies().encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.rewind().get(bytes);
    return String.join(
        " ",
        MARK,
        Long.toString(sample.count()),
        Long.toString(sample.nanos()),
        Base64.getEncoder().encodeToString(bytes));
  }

  public static boolean isSample(String line) {
    return line.startsWith(MARK + " ");
  }

  public static Sample read(String line) {
    String[] words = line.split(" ");
    try {
      Histogram latencies =
          Histogram.decodeFromCompressedByteBuffer(
              ByteBuffer.wrap(Base64.getDecoder().decode(words[3])), 0);
      return new Sample(Long.parseLong(words[1]), Long.parseLong(words[2]), latencies);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("Not a sample: " + line, e);
    }
  }
}
