package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.commons.random.SplitMix64;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.readers.IdxReader;
import dev.assay.datasets.readers.TableReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a file holds, a reader gives data or a {@link DataException}, nothing else. */
class DamagedFilesTest {
  private static final int ROUNDS = 3_000;

  @TempDir private Path folder;

  @Test
  void idxFiles() throws Exception {
    byte[] good = Bytes.idx(Bytes.noise(48), 3, 4, 4);
    survives(good, bytes -> new IdxReader(Bytes.file(bytes)).read(3));
    survives(Bytes.gzip(good), bytes -> new IdxReader(Bytes.file(bytes)).read(3));
  }

  @Test
  void csvFiles() throws Exception {
    TableLayout layout =
        new TableLayout(
            List.of(Column.number("x"), Column.oneHot("y", "a", "b"), Column.target("z")),
            Target.ofNumber("z", "metres"),
            0,
            1,
            false);
    byte[] good = "x,y,z\n1,a,2\n3.5,\"b\",-4e2\n".getBytes(StandardCharsets.UTF_8);
    survives(good, bytes -> TableReader.read(Bytes.file(bytes), layout));
  }

  @Test
  void npyFiles() throws Exception {
    Path file = folder.resolve("a.npy");
    Npy.write(file, NumericArray.ofInts(new int[] {1, 2, 3, 4}, 2, 2));
    survives(Files.readAllBytes(file), bytes -> Npy.read(Files.write(file, bytes)));
  }

  private interface Reader {
    Object read(byte[] bytes) throws Exception;
  }

  private static void survives(byte[] good, Reader reader) throws Exception {
    assertThat(reader.read(good)).isNotNull();
    SplitMix64 random = new SplitMix64(1);
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = damage(good, random);
      try {
        assertThat(reader.read(damaged)).isNotNull();
      } catch (DataException e) {
        assertThat(e.getMessage()).contains("expected");
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("on " + Arrays.toString(damaged), e);
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS / 10);
  }

  private static byte[] damage(byte[] good, SplitMix64 random) {
    byte[] damaged =
        random.nextInt(3) == 0
            ? Arrays.copyOf(good, random.nextInt(good.length * 2))
            : good.clone();
    for (int n = random.nextInt(4); n > 0 && damaged.length > 0; n--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
