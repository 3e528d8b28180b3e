package dev.assay.worker;

import java.io.IOException;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/**
 * A source file without the byte-order mark with which some editors begin UTF-8 files, and which
 * javac takes for a character.
 */
final class SourceFile extends ForwardingJavaFileObject<JavaFileObject> {
  SourceFile(JavaFileObject file) {
    super(file);
  }

  /** The file as the file manager that made it knows it. */
  static FileObject original(FileObject file) {
    return file instanceof SourceFile source ? source.fileObject : file;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    CharSequence text = super.getCharContent(ignoreEncodingErrors);
    return !text.isEmpty() && text.charAt(0) == '\uFEFF'
        ? text.subSequence(1, text.length())
        : text;
  }
}
