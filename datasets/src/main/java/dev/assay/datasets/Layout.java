package dev.assay.datasets;

/** How the files of a data set are to be read. */
public sealed interface Layout permits ImageLayout, TableLayout {
  Features features();

  Target target();
}
