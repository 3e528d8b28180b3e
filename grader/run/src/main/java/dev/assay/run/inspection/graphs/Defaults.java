package dev.assay.run.inspection.graphs;

import org.tensorflow.proto.AttrValue;

/** What an attribute that is missing counts as. */
final class Defaults {
  static final AttrValue NONE = AttrValue.getDefaultInstance();

  private Defaults() {}
}
