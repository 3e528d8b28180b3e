package dev.assay.run.isolation.command;

import dev.assay.datasets.paths.RawPaths;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Arguments in a file that bubblewrap reads ({@code --args}): paths are in it with the bytes of
 * their names, which need not be text.
 */
public final class ArgumentFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public ArgumentFile add(String... arguments) {
    return addAll(List.of(arguments));
  }

  ArgumentFile addAll(List<String> arguments) {
    for (String argument : arguments) {
      add(argument.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  public ArgumentFile add(Path path) {
    return add(RawPaths.bytes(path));
  }

  /** Shows a file or folder. */
  public ArgumentFile add(Mounts.Mount mount) {
    return add(mount.writable() ? "--bind" : "--ro-bind").add(mount.source()).add(mount.target());
  }

  private ArgumentFile add(byte[] argument) {
    bytes.writeBytes(argument);
    bytes.write(0);
    return this;
  }

  public void write(Path file) throws IOException {
    Files.write(file, bytes.toByteArray());
  }

  @Override
  public String toString() {
    return bytes.toString(StandardCharsets.UTF_8).replace('\0', ' ');
  }
}
