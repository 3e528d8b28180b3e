package dev.assay.datasets;

import java.util.List;

/**
 * Reads the files of an instructor's own hidden set for a problem.
 *
 * <p>They are one CSV file with the header of the problem's table, or a file of features and one of
 * labels: IDX (images), or {@code .npy}, features {@code [n, ...]} and labels {@code [n]}.
 */
public final class HiddenFiles {
  private HiddenFiles() {}

  /**
   * Reads them.
   *
   * @param files one table, or features and labels
   * @throws DataException naming file and place if they do not fit the data set
   */
  public static Examples read(DatasetEntry entry, List<HiddenFile> files) throws DataException {
    List<RawFile> raw = files.stream().map(HiddenFile::raw).toList();
    if (raw.size() == 1) {
      return table(entry, raw.get(0));
    }
    if (raw.size() != 2) {
      throw new DataException("expected one or two files of hidden examples, found " + raw.size());
    }
    return new LabelledArrays(entry).read(raw.get(0), raw.get(1));
  }

  private static Examples table(DatasetEntry entry, RawFile file) throws DataException {
    if (entry.layout() instanceof TableLayout layout) {
      return TableReader.read(file, layout).examples();
    }
    throw new DataException(
        "%s: expected images and labels in two files, as %s is no table"
            .formatted(file.path(), entry.key()));
  }
}
