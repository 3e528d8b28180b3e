package dev.assay.similarity.choices;

/**
 * Where a choice stands in an answer.
 *
 * @param file its number among the answer's; -1 for what is in no file
 * @param start the first character
 * @param end the character after the last
 * @param line the line of the first, from 1; 0 for what is in no file
 * @param shown what to show of it
 */
public record Place(int file, int start, int end, int line, String shown) {
  /** Whether two places share a character. */
  public boolean overlaps(Place other) {
    return file == other.file && start < other.end && other.start < end;
  }

  /** Characters from the first to the last. */
  public int length() {
    return end - start;
  }
}
