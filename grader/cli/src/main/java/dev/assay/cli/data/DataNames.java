package dev.assay.cli.data;

import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.Target;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;

/** The names of data sets and of units in a language; those of the catalogue where it has none. */
public final class DataNames {
  private DataNames() {}

  /** Returns the title of a data set, whichever hidden part it has. */
  public static String title(DatasetEntry entry, Catalogue texts) {
    String key = entry.key().replaceFirst("\\+.*", "").replace('/', '-');
    return texts.say(TerminalCode.DATA_TITLE, "key", key, "title", entry.title());
  }

  /** Returns the unit of a regression's target; empty for classes. */
  public static String unit(Target target, Catalogue texts) {
    String unit = target.unit();
    return unit == null
        ? ""
        : texts.say(
            TerminalCode.DATA_UNIT, "key", unit.replaceAll("[^A-Za-z0-9]+", "-"), "unit", unit);
  }
}
