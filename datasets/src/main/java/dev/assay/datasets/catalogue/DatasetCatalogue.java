package dev.assay.datasets.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Descriptions of data sets, found by id and variant. */
public final class DatasetCatalogue {
  private final Map<String, DatasetEntry> entries = new LinkedHashMap<>();

  /**
   * Takes the entries.
   *
   * @param entries in the order in which people are shown them
   * @throws IllegalArgumentException when two have the same id and variant
   */
  public DatasetCatalogue(List<DatasetEntry> entries) {
    for (DatasetEntry entry : entries) {
      if (this.entries.put(entry.key(), entry) != null) {
        throw new IllegalArgumentException("entries must differ. Received twice: " + entry.key());
      }
    }
  }

  /** All entries, in the order in which people are shown them. */
  public List<DatasetEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The variants of one data set; empty if there is no such id. */
  public List<DatasetEntry> variants(String id) {
    return entries.values().stream().filter(entry -> entry.id().equals(id)).toList();
  }

  /**
   * One entry.
   *
   * @throws IllegalArgumentException naming what there is, if there is no such entry
   */
  public DatasetEntry entry(String id, String variant) {
    DatasetEntry entry = entries.get(id + "/" + variant);
    if (entry == null) {
      throw new IllegalArgumentException(
          "Unknown data set: %s/%s. Available: %s"
              .formatted(id, variant, String.join(", ", entries.keySet())));
    }
    return entry;
  }
}
