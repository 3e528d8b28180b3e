package dev.assay.worker.compile;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Defines the classes of a jar that may lie in a folder of any name: a URL, which Java's own loader
 * takes, has only names in UTF-8.
 */
public final class JarClassLoader extends ClassLoader {
  private static final String CLASS = ".class";

  private final Map<String, byte[]> files = new HashMap<>();

  /**
   * Reads the jar.
   *
   * @throws IOException when it cannot be read, or unpacks to more than a compiler may leave
   */
  public JarClassLoader(Path jar, ClassLoader parent) throws IOException {
    super(parent);
    long left = ClassFiles.MAX_BYTES;
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0) {
          throw new SentenceException(
              Sentence.of(FaultCode.CLASSES_UNPACK_TOO_LARGE, "limit", ClassFiles.MAX_BYTES));
        }
        files.put(entry.getName(), content);
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] content = files.get(name.replace('.', '/') + CLASS);
    if (content == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, content, 0, content.length);
  }
}
