package dev.assay.run.natives;

import dev.assay.datasets.catalogue.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The native libraries of TensorFlow for one platform.
 *
 * @param version of TensorFlow Java, such as 1.1.0
 * @param platform as TensorFlow Java names it, such as linux-x86_64
 * @param bytes the size of the published jar; 0 where it is not known
 * @param sha256 of the jar, lower-case hexadecimal; null where it is not known
 */
public record NativeLibraries(
    String version, String platform, long bytes, @Nullable String sha256) {
  private static final String FILE = "natives.properties";
  private static final String ARTIFACT = "org/tensorflow/tensorflow-core-native/";

  /** Returns the libraries for the machine that this runs on. */
  public static NativeLibraries forThisMachine() {
    return of(platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
  }

  /** Returns the libraries for a platform, with what is known of their jar. */
  public static NativeLibraries of(String platform) {
    Properties known = read();
    return new NativeLibraries(
        Objects.requireNonNull(known.getProperty("version"), "version"),
        platform,
        Long.parseLong(known.getProperty(platform + ".bytes", "0")),
        known.getProperty(platform + ".sha256"));
  }

  private static Properties read() {
    Properties known = new Properties();
    try (InputStream in =
        Objects.requireNonNull(NativeLibraries.class.getResourceAsStream(FILE), FILE)) {
      known.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }

  /** Names a platform as TensorFlow Java does. */
  static String platform(String os, String architecture) {
    String name = os.toLowerCase(Locale.ROOT);
    String system =
        name.contains("windows") ? "windows" : name.contains("mac") ? "macosx" : "linux";
    String processor =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> architecture;
        };
    return system + "-" + processor;
  }

  /** The folder for them below a cache. */
  public String folder() {
    return "natives/" + version + "-" + platform;
  }

  /** The name of the published jar. */
  public String jarName() {
    return "tensorflow-core-native-" + version + "-" + platform + ".jar";
  }

  /** The path of the published jar in a Maven repository. */
  public String jarPath() {
    return ARTIFACT + version + "/" + jarName();
  }

  /** The folder of the jar that the libraries are in, with a slash at its end. */
  String entries() {
    return "org/tensorflow/internal/c_api/" + platform + "/";
  }

  /**
   * Returns the jar as a file to be fetched; null where its digest is not known.
   *
   * @param repository of Maven, with or without a slash at its end
   */
  public @Nullable DataFile jar(URI repository) {
    if (sha256 == null) {
      return null;
    }
    String folder = repository.toString().replaceAll("/+$", "") + "/";
    return new DataFile(jarName(), bytes, sha256, sha256, List.of(URI.create(folder + jarPath())));
  }
}
