package dev.assay.run.temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An empty folder that only this user may read, for students' sources, hidden features and whatever
 * else must not outlive this process.
 *
 * <p>It is removed when it is closed, at the latest when the process ends; where the process was
 * killed, the next one that asks for a private folder removes it.
 *
 * @param path absolute
 */
public record PrivateFolder(Path path) implements AutoCloseable {
  /**
   * Makes one.
   *
   * @param purpose a word that begins its name, for people who look into the temporary folder
   * @throws IOException when the temporary folder cannot be written; the message names it
   */
  public static PrivateFolder create(String purpose) throws IOException {
    return new PrivateFolder(Files.createTempDirectory(PrivateRoot.ofThisProcess(), purpose + "-"));
  }

  /** Makes one for what is no secret: other users' processes may read it. */
  public static PrivateFolder createReadable(String purpose) throws IOException {
    PrivateFolder folder = create(purpose);
    PrivateRoot.permit(folder.path, "rwxr-xr-x");
    return folder;
  }

  /** Tells whether a path is a private folder of this process, or lies in one. */
  public static boolean contains(Path path) {
    return PrivateRoot.isAbove(path);
  }

  /** Removes all that is in a folder, as far as that is possible. */
  public static void empty(Path folder) {
    Removal.ofContent(folder);
  }

  /** Removes it with all that is in it; what a candidate's code made undeletable stays. */
  @Override
  public void close() {
    Removal.of(path);
  }
}
