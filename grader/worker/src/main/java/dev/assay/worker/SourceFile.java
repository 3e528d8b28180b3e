package dev.assay.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A source that lies under a name of ours, and that the compiler knows by the candidate's name. */
final class SourceFile extends SimpleJavaFileObject {
  private final Path path;
  private final String name;
  private @Nullable String text;

  /**
   * A source.
   *
   * @param path where it lies, in UTF-8
   * @param name the candidate's, relative to the submission, with slashes
   */
  SourceFile(Path path, String name) {
    super(path.toUri(), JavaFileObject.Kind.SOURCE);
    this.path = path;
    this.name = name;
  }

  /** The candidate's name. */
  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return kind == JavaFileObject.Kind.SOURCE && file.equals(simpleName + kind.extension);
  }

  @Override
  public @Nullable NestingKind getNestingKind() {
    return null;
  }

  @Override
  public @Nullable Modifier getAccessLevel() {
    return null;
  }

  @Override
  public synchronized String getCharContent(boolean ignoreEncodingErrors) throws IOException {
    if (text == null) {
      text = Files.readString(path, StandardCharsets.UTF_8);
    }
    return text;
  }
}
