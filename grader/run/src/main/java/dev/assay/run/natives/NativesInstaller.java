package dev.assay.run.natives;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.fetch.Downloader;
import dev.assay.datasets.fetch.Fetch;
import dev.assay.datasets.fetch.FetchListener;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Sha256;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Puts TensorFlow's native libraries into their folder, once: the folder appears when it is
 * complete, and a second process waits for the first and then finds it.
 */
public final class NativesInstaller {
  // A lock on a file holds between processes only: within one it is refused at once.
  private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

  private final NativeLibraries libraries;
  private final Path folder;

  /**
   * An installer of libraries.
   *
   * @param libraries those for this machine
   * @param base the cache, or the folder that all users of a release share
   */
  public NativesInstaller(NativeLibraries libraries, Path base) {
    this.libraries = libraries;
    this.folder = base.toAbsolutePath().resolve(libraries.folder());
  }

  /** The folder that will hold the libraries. */
  public Path folder() {
    return folder;
  }

  /** Gets the published jar. */
  private interface Source {
    Path jar() throws IOException, DataException;
  }

  /**
   * Downloads the published jar and unpacks the libraries; the jar is deleted afterwards. What an
   * interrupted download left is continued.
   *
   * @param repository of Maven
   * @return whether they were not there before
   * @throws DataException if the repository did not give the published jar
   * @throws IOException if its digest is not known, or a file cannot be written
   */
  public boolean download(URI repository, Downloader downloader, FetchListener listener)
      throws IOException, DataException {
    DataFile jar = libraries.jar(repository);
    if (jar == null && !Files.isDirectory(folder)) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.NATIVES_NOT_PINNED,
              "platform",
              libraries.platform(),
              "path",
              libraries.jarPath()));
    }
    Path downloads = parent().resolve("downloads");
    boolean installed =
        install(
            () -> {
              List<DataFile> files = jar == null ? List.of() : List.of(jar);
              new Fetch(downloads, downloader, listener).run(files);
              return downloads.resolve(libraries.jarName());
            });
    if (installed) {
      Files.deleteIfExists(downloads.resolve(libraries.jarName()));
    }
    return installed;
  }

  /**
   * Unpacks the libraries from a jar that the user has fetched.
   *
   * @return whether they were not there before
   * @throws IOException if it is not the published jar, or a file cannot be read or written
   */
  public boolean unpackFrom(Path jar) throws IOException, DataException {
    return install(() -> checked(jar));
  }

  private Path checked(Path jar) throws IOException {
    String expected = libraries.sha256();
    if (expected != null && !Sha256.ofFile(jar).equals(expected)) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.NATIVES_OTHER_JAR, "file", jar.toString(), "name", libraries.jarName()));
    }
    return jar;
  }

  private Path parent() {
    return Objects.requireNonNull(folder.getParent());
  }

  @SuppressWarnings("try") // the lock is held, not used
  private boolean install(Source source) throws IOException, DataException {
    if (Files.isDirectory(folder)) {
      return false;
    }
    WITHIN_PROCESS.lock();
    try {
      Files.createDirectories(parent());
      Path lockFile = folder.resolveSibling("." + folder.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (Files.isDirectory(folder)) {
          return false;
        }
        unpack(source.jar());
        return true;
      }
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }

  private void unpack(Path jar) throws IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
    // What a process that was killed left: nobody else has the lock.
    delete(unfinished);
    Files.createDirectories(unfinished);
    int libraryCount = 0;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(this::isLibrary).toList()) {
        String name = entry.getName().substring(libraries.entries().length());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, unfinished.resolve(name));
        }
        libraryCount++;
      }
    } catch (ZipException e) {
      throw notTheJar(jar, e);
    }
    if (libraryCount == 0) {
      delete(unfinished);
      throw notTheJar(jar, null);
    }
    SharedFiles.openToReaders(unfinished);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private SentenceException notTheJar(Path jar, @Nullable Exception e) {
    SentenceException refused =
        new SentenceException(
            Sentence.of(
                FaultCode.NATIVES_NO_LIBRARIES,
                "file",
                jar.toString(),
                "name",
                libraries.jarName()));
    if (e != null) {
      refused.initCause(e);
    }
    return refused;
  }

  /**
   * Those files that lie in the platform's folder itself and have an extension, as libraries do.
   */
  private boolean isLibrary(ZipEntry entry) {
    String name = entry.getName();
    return name.startsWith(libraries.entries())
        && name.substring(libraries.entries().length()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9._-]+");
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
