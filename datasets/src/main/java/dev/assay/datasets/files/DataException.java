package dev.assay.datasets.files;

/**
 * Data is missing, malformed or not what the catalogue says.
 *
 * <p>The message is a sentence for people: it names the file, the place in it, what was expected
 * and, where there is one, the next step.
 */
public class DataException extends Exception {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
