package dev.assay.datasets.files;

/** The unpacked content of a data file, read once from start to end. */
public interface Content extends AutoCloseable {
  /**
   * Fills the target; less only at the end of the content.
   *
   * @return number of bytes read, 0 at the end
   * @throws DataException if the packed file is corrupt, cut off or followed by other bytes
   */
  int read(byte[] target) throws DataException;

  /** Returns the largest possible size of this file's content, whatever its header says. */
  long maxBytes();

  @Override
  void close();
}
