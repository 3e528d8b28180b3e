package dev.assay.programs;

import java.io.Closeable;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of data sets that lies beside this class, in a jar or in a folder of classes.
 *
 * @param folder one folder a data set in it; readable until this is closed
 * @param archive the open jar, if it is in one
 */
record EmbeddedFiles(Path folder, @Nullable FileSystem archive) implements Closeable {
  private static final String FOLDER = "embedded";

  static EmbeddedFiles open() throws IOException {
    URL own = EmbeddedFiles.class.getResource(FOLDER + "/iris/iris.csv");
    if (own == null) {
      throw new IOException(
          "The data sets are missing from Assay's jar assay-programs. Build or install it again.");
    }
    try {
      if (own.openConnection() instanceof JarURLConnection jar) {
        FileSystem archive = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()));
        String packageFolder = EmbeddedFiles.class.getPackageName().replace('.', '/');
        return new EmbeddedFiles(archive.getPath("/", packageFolder, FOLDER), archive);
      }
      return new EmbeddedFiles(Path.of(own.toURI()).resolve("../..").normalize(), null);
    } catch (URISyntaxException e) {
      throw new IOException("The data sets cannot be read from " + own, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}
