package dev.assay.datasets.files;

/** A file that is not packed. */
final class PlainContent implements Content {
  private final byte[] bytes;
  private int position;

  PlainContent(RawFile file) {
    bytes = file.bytes();
  }

  @Override
  public int read(byte[] target) {
    int n = Math.min(target.length, bytes.length - position);
    System.arraycopy(bytes, position, target, 0, n);
    position += n;
    return n;
  }

  @Override
  public long maxBytes() {
    return bytes.length;
  }

  @Override
  public void close() {}
}
