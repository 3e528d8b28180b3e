package dev.assay.datasets.catalogue;

/** The layout of a data set's files, which says how to read them. */
public sealed interface Layout permits ImageLayout, TableLayout {
  FeatureSpec features();

  Target target();
}
