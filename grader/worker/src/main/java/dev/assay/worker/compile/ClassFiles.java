package dev.assay.worker.compile;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.VerdictCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Keeps the class files that a compiler writes and packs them into one jar, the only file that a
 * compiling process leaves. A line of source can become 64 KiB of class file, so they are counted
 * before they are written anywhere.
 */
final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
  static final long MAX_BYTES = 32 << 20;

  /** The first moment that a zip can hold, so that the same classes give the same bytes. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Signals that the class files exceed the allowed number of bytes. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    Sentence sentence() {
      return Sentence.of(VerdictCode.CLASSES_TOO_LARGE, "limit", MAX_BYTES);
    }
  }

  private final Map<String, byte[]> files = new TreeMap<>();
  private long bytes;

  ClassFiles(JavaFileManager others) {
    super(others);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
      throws IOException {
    String name = className.replace('.', '/') + kind.extension;
    try {
      return new SimpleJavaFileObject(new URI("classes", null, "/" + name, null), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              keep(name, toByteArray());
            }
          };
        }
      };
    } catch (URISyntaxException e) {
      throw new SentenceException(Sentence.of(FaultCode.NO_CLASS_FILE_NAME, "name", name), e);
    }
  }

  /** The sources are no files that the other manager knows. */
  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof SourceFile || super.contains(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return (one instanceof SourceFile || other instanceof SourceFile)
        ? one == other
        : super.isSameFile(one, other);
  }

  private void keep(String name, byte[] content) {
    bytes += content.length;
    if (bytes > MAX_BYTES) {
      throw new TooLarge();
    }
    files.put(name, content);
  }

  /** Writes into the file, which may be all that this process can write. */
  void write(Path jar) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }
}
