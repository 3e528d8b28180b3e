package dev.assay.datasets.catalogue;

import java.util.List;

/**
 * The files of a data set variant.
 *
 * @param folder name of the folder that holds them, under the data folder
 * @param files for images: images, labels, and again for a separate test set; for a table: one
 */
public record FileSet(String folder, List<DataFile> files) {
  public FileSet {
    files = List.copyOf(files);
  }

  public static FileSet of(String folder, DataFile... files) {
    return new FileSet(folder, List.of(files));
  }

  /** Size of all files together. */
  public long bytes() {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }
}
