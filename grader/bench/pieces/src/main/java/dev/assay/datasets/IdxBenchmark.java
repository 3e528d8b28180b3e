package dev.assay.datasets;

import dev.assay.datasets.files.DataException;
import dev.assay.datasets.readers.IdxReader;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.RawFile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 10,000 images of 28x28 pixels from bytes in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class IdxBenchmark {
  private static final int ROWS = 10_000;

  private RawFile plain;
  private RawFile packed;

  /** Makes the files: about a fifth of the pixels has ink, as in MNIST. */
  @Setup
  public void make() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] pixels = new byte[ROWS * 28 * 28];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
    }
    ByteArrayOutputStream idx = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(idx);
    for (int number : new int[] {0x803, ROWS, 28, 28}) {
      out.writeInt(number);
    }
    out.write(pixels);
    plain = new RawFile(Path.of("images.idx"), idx.toByteArray());
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(gzip)) {
      packer.write(idx.toByteArray());
    }
    packed = new RawFile(Path.of("images.idx.gz"), gzip.toByteArray());
  }

  /** As it lies. */
  @Benchmark
  public NumericArray readPlain() throws DataException {
    return new IdxReader(plain).read(3);
  }

  /** Unpacked on the way. */
  @Benchmark
  public NumericArray readPacked() throws DataException {
    return new IdxReader(packed).read(3);
  }
}
