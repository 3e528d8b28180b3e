package dev.assay.worker.compile;

import java.net.URI;
import java.net.URISyntaxException;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A source that lies under a name of ours, and that the compiler knows by the candidate's name. */
final class SourceFile extends SimpleJavaFileObject {
  private final String name;
  private final String text;

  /**
   * A source.
   *
   * @param number tells it from others of its name
   * @param name the candidate's, relative to the submission, with slashes
   * @param text its content
   */
  SourceFile(int number, String name, String text) {
    super(uri(number, name), JavaFileObject.Kind.SOURCE);
    this.name = name;
    this.text = text;
  }

  /** Returns an address whose last part is the file name that stack traces show. */
  private static URI uri(int number, String name) {
    try {
      return new URI("source", null, "/" + number + "/" + name, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
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
  public String getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
