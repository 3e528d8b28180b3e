package dev.assay.keras;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps TensorFlow's log off the terminal: notes that look like faults and that no setting of
 * TensorFlow's turns off. They go to {@code target/native-logs}, by process id.
 */
public final class NativeLog implements LauncherSessionListener {
  private static final int STANDARD_ERROR = 2;
  private static final int WRITE = 1;

  /** POSIX, as far as needed here; each call returns -1 where it fails. */
  private interface Posix extends Library {
    int open(String path, int flags);

    int dup2(int from, int to);
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Platform.isWindows()) {
      return;
    }
    try {
      Path folder = Files.createDirectories(Path.of("target/native-logs"));
      Path log = folder.resolve(ProcessHandle.current().pid() + ".txt");
      Files.write(log, new byte[0]);
      Posix posix = Native.load("c", Posix.class);
      int opened = posix.open(log.toString(), WRITE);
      if (opened < 0 || posix.dup2(opened, STANDARD_ERROR) < 0) {
        throw new IllegalStateException("The standard error cannot be sent to " + log + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
