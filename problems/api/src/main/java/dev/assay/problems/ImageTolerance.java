package dev.assay.problems;

/**
 * What can be done to a problem's images without making their labels wrong.
 *
 * @param horizontalFlip whether left and right may be swapped
 * @param verticalFlip whether top and bottom may be swapped
 * @param degrees the most that images may be turned, to either side
 */
public record ImageTolerance(boolean horizontalFlip, boolean verticalFlip, double degrees) {
  /** Anything, as of features that are no images. */
  public static final ImageTolerance ANY = new ImageTolerance(true, true, 180);
}
