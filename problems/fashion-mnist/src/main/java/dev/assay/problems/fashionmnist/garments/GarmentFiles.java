package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.Raster;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the four files of the embedded stand-in for Fashion-MNIST. */
final class GarmentFiles {
  private static final int IDX_UNSIGNED_BYTES = 0x0800;

  private GarmentFiles() {}

  /**
   * Writes the files into the folder given as the only argument.
   *
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "arguments must be one folder. Received: " + arguments.length + " arguments");
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (GarmentPart part : GarmentPart.values()) {
      write(part, folder);
    }
  }

  private static void write(GarmentPart part, Path folder) throws IOException {
    byte[] labels = part.labels();
    int size = Raster.SIZE;
    writeIdx(folder.resolve(part.imagesFile()), part.images(), labels.length, size, size);
    writeIdx(folder.resolve(part.labelsFile()), labels, labels.length);
  }

  private static void writeIdx(Path file, byte[] content, int... shape) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(IDX_UNSIGNED_BYTES | shape.length);
      for (int dimension : shape) {
        out.writeInt(dimension);
      }
      out.write(content);
    }
  }
}
