package dev.assay.datasets.hidden;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.datasets.readers.LabelledArrays;
import dev.assay.datasets.readers.TableReader;
import dev.assay.findings.DataCode;
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
   * @throws DataException naming file and place if they do not fit the data set, or if they are for
   *     a regression and have no two different targets: R² is not defined then
   */
  public static Examples read(DatasetEntry entry, List<HiddenFile> files) throws DataException {
    List<RawFile> raw = files.stream().map(HiddenFile::raw).toList();
    Examples examples = parse(entry, raw);
    if (!entry.target().isClassification()) {
      requireVaried(raw.get(raw.size() - 1), entry.target(), examples.labels());
    }
    return examples;
  }

  private static Examples parse(DatasetEntry entry, List<RawFile> raw) throws DataException {
    if (raw.size() == 1) {
      return table(entry, raw.get(0));
    }
    if (raw.size() != 2) {
      throw DataException.of(DataCode.HIDDEN_FILE_COUNT, "found", raw.size());
    }
    return new LabelledArrays(entry).read(raw.get(0), raw.get(1));
  }

  /** R² divides by the targets' squared distances from their mean. */
  private static void requireVaried(RawFile file, Target target, NumericArray labels)
      throws DataException {
    for (int i = 1; i < labels.size(); i++) {
      if (labels.getFloat(i) != labels.getFloat(0)) {
        return;
      }
    }
    throw DataException.of(
        DataCode.HIDDEN_TARGETS_EQUAL,
        "file",
        file.path().toString(),
        "target",
        target.name(),
        "rows",
        labels.size(),
        "value",
        String.valueOf(labels.getFloat(0)));
  }

  private static Examples table(DatasetEntry entry, RawFile file) throws DataException {
    if (entry.layout() instanceof TableLayout layout) {
      return TableReader.read(file, layout).examples();
    }
    throw DataException.of(
        DataCode.TABLE_FOR_IMAGES, "file", file.path().toString(), "data", entry.key());
  }
}
