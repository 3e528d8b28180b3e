package dev.assay.run.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.datasets.fetch.Downloader;
import dev.assay.datasets.fetch.FetchListener;
import dev.assay.datasets.files.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries from a Maven repository on this machine. */
@Timeout(60)
class NativesInstallerTest {
  private static final String IN_JAR = "org/tensorflow/internal/c_api/linux-x86_64/";
  private static final byte[] JAR =
      jar(IN_JAR + "libtensorflow_cc.so.2", IN_JAR + "libjnitensorflow.so", IN_JAR + "LICENSE");

  @TempDir private Path cache;
  private final AtomicInteger requests = new AtomicInteger();
  private final NativeLibraries libraries =
      new NativeLibraries("1.1.0", "linux-x86_64", JAR.length, Sha256.of(JAR));

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  private static byte[] jar(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(IN_JAR));
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(IN_JAR + "licenses/more.txt"));
      zip.putNextEntry(new ZipEntry(IN_JAR + "../../escaped.so"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  @BeforeEach
  void startTheServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/maven2/" + libraries.jarPath(),
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, JAR.length);
          exchange.getResponseBody().write(JAR);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopTheServer() {
    server.stop(0);
  }

  private URI repository() {
    int port = server.getAddress().getPort();
    return URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d/maven2", port));
  }

  private boolean download(NativeLibraries wanted) throws Exception {
    return new NativesInstaller(wanted, cache)
        .download(repository(), Downloader.standard(), new FetchListener() {});
  }

  private List<String> installed() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("natives/1.1.0-linux-x86_64"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void theLibrariesAreFetchedOnceAndTheJarIsNotKept() throws Exception {
    assertThat(download(libraries)).isTrue();
    assertThat(installed()).containsExactly("libjnitensorflow.so", "libtensorflow_cc.so.2");
    assertThat(download(libraries)).isFalse();
    assertThat(requests).hasValue(1);
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".jar"));
    }
    assertThat(cache.resolve("natives/escaped.so")).doesNotExist();
  }

  @Test
  void ofManyAtOnceOneFetchesAndTheOthersFindThemThere() throws Exception {
    ExecutorService users = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        done.add(users.submit(() -> download(libraries)));
      }
      int first = 0;
      for (Future<Boolean> one : done) {
        first += one.get() ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
      assertThat(requests).hasValue(1);
    } finally {
      users.shutdownNow();
    }
  }

  @Test
  void whatAnInterruptedSetupLeftIsReplaced() throws Exception {
    Path left = Files.createDirectories(cache.resolve("natives/1.1.0-linux-x86_64.part/a"));
    Files.writeString(left.resolve("half.so"), "half");
    download(libraries);
    assertThat(installed()).containsExactly("libjnitensorflow.so", "libtensorflow_cc.so.2");
    assertThat(left).doesNotExist();
  }

  @Test
  void anotherFileThanThePublishedOneIsRefused() {
    NativeLibraries other =
        new NativeLibraries("1.1.0", "linux-x86_64", JAR.length, "ab".repeat(32));
    assertThatThrownBy(() -> download(other)).hasMessageContaining("its SHA-256 is not that");
    assertThat(cache.resolve("natives/1.1.0-linux-x86_64")).doesNotExist();
  }

  @Test
  void withoutADigestNothingIsDownloaded() {
    NativeLibraries unknown = new NativeLibraries("1.1.0", "macosx-arm64", 0, null);
    assertThatThrownBy(() -> download(unknown))
        .hasMessageContaining("does not know the digest")
        .hasMessageContaining("tensorflow-core-native-1.1.0-macosx-arm64.jar")
        .hasMessageContaining("--natives FILE");
    assertThat(requests).hasValue(0);
  }

  @Test
  void aJarThatTheUserFetchedIsUnpackedIfItIsThePublishedOne() throws Exception {
    Path jar = Files.write(cache.resolve("mine.jar"), JAR);
    assertThat(new NativesInstaller(libraries, cache).unpackFrom(jar)).isTrue();
    assertThat(installed()).hasSize(2);
    assertThat(jar).exists();
    Path other = Files.write(cache.resolve("other.jar"), jar("a"));
    Path empty = cache.resolve("empty");
    assertThatThrownBy(() -> new NativesInstaller(libraries, empty).unpackFrom(other))
        .hasMessageContaining("is not the published tensorflow-core-native-1.1.0-linux-x86_64.jar");
  }

  @Test
  void aJarWithoutLibrariesIsRefused() throws Exception {
    NativeLibraries unknown = new NativeLibraries("1.1.0", "macosx-arm64", 0, null);
    Path text = Files.writeString(cache.resolve("a.jar"), "no zip");
    Path other = Files.write(cache.resolve("b.jar"), JAR);
    for (Path jar : List.of(text, other)) {
      assertThatThrownBy(() -> new NativesInstaller(unknown, cache).unpackFrom(jar))
          .hasMessageContaining("contains no native library of TensorFlow")
          .hasMessageContaining("tensorflow-core-native-1.1.0-macosx-arm64.jar");
    }
    assertThat(cache.resolve("natives/1.1.0-macosx-arm64")).doesNotExist();
  }

  @Test
  void platformsAreNamedAsTensorFlowNamesThem() {
    assertThat(NativeLibraries.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
    assertThat(NativeLibraries.platform("Linux", "aarch64")).isEqualTo("linux-arm64");
    assertThat(NativeLibraries.platform("Mac OS X", "aarch64")).isEqualTo("macosx-arm64");
    assertThat(NativeLibraries.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
  }

  /** The jar's version is TensorFlow Java's, as in the pom. */
  @Test
  void theVersionIsThatOfThePom() throws IOException {
    String pom = Files.readString(Path.of("../../pom.xml"));
    assertThat(pom)
        .contains(
            "<tensorflow.version>%s</tensorflow.version>"
                .formatted(NativeLibraries.of("linux-x86_64").version()));
  }
}
