package dev.assay.datasets.readers;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.util.Arrays;

/** Reads a pair of IDX files, images and their labels. */
public final class ImageReader {
  private static final int LABELS_START = 8;

  private final ImageLayout layout;

  public ImageReader(ImageLayout layout) {
    this.layout = layout;
  }

  /** Images {@code UINT8 [n, height, width]} and labels {@code INT32 [n]}. */
  public Examples read(RawFile imageFile, RawFile labelFile) throws DataException {
    NumericArray images = new IdxReader(imageFile).read(3);
    int[] shape = images.shape();
    if (shape[1] != layout.height() || shape[2] != layout.width()) {
      throw imageFile.malformed(
          8,
          Sentence.of(
              DataCode.IMAGES_EXPECTED,
              "what",
              "PIXELS",
              "height",
              layout.height(),
              "width",
              layout.width(),
              "found",
              Arrays.toString(shape)));
    }
    NumericArray labels = new IdxReader(labelFile).read(1);
    if (labels.rows() != images.rows()) {
      throw labelFile.malformed(
          4,
          Sentence.of(
              DataCode.IMAGES_EXPECTED,
              "what",
              "LABELS",
              "file",
              String.valueOf(imageFile.path().getFileName()),
              "expected",
              String.valueOf(images.rows()),
              "found",
              String.valueOf(labels.rows())));
    }
    return new Examples(images, classNumbers(labelFile, labels));
  }

  private NumericArray classNumbers(RawFile file, NumericArray labels) throws DataException {
    int classes = layout.target().classes().size();
    int[] numbers = new int[labels.rows()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = labels.getInt(i);
      if (numbers[i] >= classes) {
        throw file.malformed(
            LABELS_START + (long) i,
            Sentence.of(
                DataCode.IMAGES_EXPECTED,
                "what",
                "LABEL",
                "expected",
                String.valueOf(classes - 1),
                "found",
                String.valueOf(numbers[i])));
      }
    }
    return NumericArray.ofInts(numbers, numbers.length);
  }
}
