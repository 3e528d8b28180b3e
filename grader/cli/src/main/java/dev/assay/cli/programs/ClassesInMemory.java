package dev.assay.cli.programs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the class files that a compiler writes, by their names in a jar. */
final class ClassesInMemory extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, byte[]> files = new TreeMap<>();

  ClassesInMemory(JavaFileManager others) {
    super(others);
  }

  Map<String, byte[]> files() {
    return files;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    String name = className.replace('.', '/') + kind.extension;
    return new SimpleJavaFileObject(URI.create("program:///" + files.size() + ".class"), kind) {
      @Override
      public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
          @Override
          public void close() {
            files.put(name, toByteArray());
          }
        };
      }
    };
  }
}
