package dev.assay.similarity.answers;

import java.util.List;

/**
 * What one student handed in, for comparison with others.
 *
 * @param id the submission's, unique in the class
 * @param author whose it is; several attempts have one author
 * @param files its Java sources; empty where they could not be read
 * @param models what was built from them, at most one for each problem
 */
public record ComparedAnswer(
    String id, String author, List<ComparedFile> files, List<ComparedModel> models) {
  /** The most characters of all sources of an answer that are compared. */
  private static final int MOST_CHARACTERS = 1 << 20;

  /**
   * Copies the lists, and leaves out files beyond a mebibyte of text.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public ComparedAnswer {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id must not be blank. Received: \"" + id + "\"");
    }
    files = bounded(files);
    models = List.copyOf(models);
  }

  /** An answer of which only the sources are known. */
  public ComparedAnswer(String id, List<ComparedFile> files) {
    this(id, id, files, List.of());
  }

  private static List<ComparedFile> bounded(List<ComparedFile> files) {
    int[] left = {MOST_CHARACTERS};
    return files.stream().filter(file -> (left[0] -= file.text().length()) >= 0).toList();
  }
}
