package dev.assay.datasets;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Layout;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.datasets.readers.ImageReader;
import dev.assay.datasets.readers.TableReader;
import dev.assay.datasets.splits.Splitter;
import dev.assay.findings.Sentence;
import java.util.List;

/** Reads the files of a data set and splits its rows. */
final class Loader {
  private Loader() {}

  /** The three parts, and what was left out, in sentences. */
  record Parts(Examples train, Examples validation, Examples hidden, List<Sentence> notes) {
    Parts {
      notes = List.copyOf(notes);
    }
  }

  static Parts read(DatasetEntry entry, List<RawFile> files, long seed) throws DataException {
    Layout layout = entry.layout();
    if (layout instanceof ImageLayout images) {
      return readImages(entry, new ImageReader(images), files, seed);
    }
    TableReader.Table table = TableReader.read(files.get(0), (TableLayout) layout);
    return split(entry, table.examples(), seed, table.notes());
  }

  private static Parts readImages(
      DatasetEntry entry, ImageReader reader, List<RawFile> files, long seed) throws DataException {
    Examples pool = reader.read(files.get(0), files.get(1));
    Parts parts = split(entry, pool, seed, List.of());
    if (entry.split().hidden() != null) {
      return parts;
    }
    Examples hidden = reader.read(files.get(2), files.get(3));
    return new Parts(parts.train(), parts.validation(), hidden, parts.notes());
  }

  private static Parts split(DatasetEntry entry, Examples pool, long seed, List<Sentence> notes)
      throws DataException {
    int classes = entry.target().classes().size();
    Splitter.Split split = new Splitter(seed).split(pool.labels(), classes, entry.split());
    return new Parts(
        pool.take(split.train()), pool.take(split.validation()), pool.take(split.hidden()), notes);
  }
}
