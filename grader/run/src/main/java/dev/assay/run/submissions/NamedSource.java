package dev.assay.run.submissions;

/**
 * A source as it was found.
 *
 * @param path relative to the hand-in, with slashes
 * @param text decoded
 */
record NamedSource(String path, String text) {
  String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  String file() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
