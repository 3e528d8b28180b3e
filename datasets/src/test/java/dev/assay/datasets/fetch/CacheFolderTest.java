package dev.assay.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.paths.RawPaths;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are those of Unix")
class CacheFolderTest {
  private static final Path HOMELESS = Path.of("/opt/assay/cache");

  private final Map<String, String> properties =
      new HashMap<>(Map.of("os.name", "Linux", "user.home", "/home/ann"));
  private final Map<String, String> environment = new HashMap<>();

  private Path found() {
    return new CacheFolder(properties::get, environment::get).orElse(HOMELESS);
  }

  @Test
  void itIsWhereThePlatformHasIt() {
    assertThat(found()).isEqualTo(Path.of("/home/ann/.cache/assay"));
    environment.put("XDG_CACHE_HOME", "/c");
    assertThat(found()).isEqualTo(Path.of("/c/assay"));
    properties.put("os.name", "Mac OS X");
    assertThat(found()).isEqualTo(Path.of("/home/ann/Library/Caches/assay"));
  }

  @Test
  void theSettingsComeFirst() {
    environment.put("ASSAY_CACHE", "/set");
    assertThat(found()).isEqualTo(Path.of("/set"));
    properties.put("assay.cache", "/property");
    assertThat(found()).isEqualTo(Path.of("/property"));
  }

  @Test
  void aSettingMayHaveBytesThatAreNoText() {
    environment.put("ASSAY_CACHE", "bytes:2f636166e9");
    assertThat(found()).isEqualTo(RawPaths.of("/caf\udce9"));
  }

  @Test
  void noFolderIsNamedAQuestionMarkForAUserWithoutAHome() {
    properties.put("user.home", "?");
    environment.put("HOME", "/home/ann");
    assertThat(found()).isEqualTo(Path.of("/home/ann/.cache/assay"));
    environment.remove("HOME");
    assertThat(found()).isEqualTo(HOMELESS);
  }
}
