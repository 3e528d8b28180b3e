package dev.assay.training.plots;

/** The language of a plot's words. */
enum Language {
  ENGLISH(""),
  KOREAN("ko/");

  private final String folder;

  Language(String folder) {
    this.folder = folder;
  }

  /** The folder of its plots below grader/docs/concepts; empty or with a slash at its end. */
  String folder() {
    return folder;
  }

  /** The one of two wordings that is in this language. */
  String of(String english, String korean) {
    return this == ENGLISH ? english : korean;
  }
}
