package dev.assay.cli.programs;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file in memory, which the compiler knows by a number and names by its path. Thus no file
 * name passes through the platform's encoding, and a public class may be in a file of any name.
 */
final class ProgramSource extends SimpleJavaFileObject {
  private final Path file;
  private final String text;

  ProgramSource(int number, Path file, String text) {
    super(uri(number, file), Kind.SOURCE);
    this.file = file;
    this.text = text;
  }

  /** Returns an address whose last part is the file name that stack traces show. */
  private static URI uri(int number, Path file) {
    try {
      return new URI("program", null, "/" + number + "/" + file.getFileName(), null);
    } catch (URISyntaxException e) {
      return URI.create("program:///" + number + "/Program.java");
    }
  }

  @Override
  public String getName() {
    return file.toString();
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.SOURCE;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
