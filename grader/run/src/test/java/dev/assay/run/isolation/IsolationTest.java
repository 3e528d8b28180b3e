package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.Surroundings;
import dev.assay.protocol.Surroundings.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {
  private static final Map<String, String> OURS = namespaces(1);
  private static final String NO_CAPABILITY = "0000000000000000";

  private final Map<String, String> namespaces = new HashMap<>(namespaces(2));
  private final Map<String, String> status =
      new HashMap<>(
          Map.of(
              "Uid", "65534\t65534\t65534\t65534",
              "NoNewPrivs", "1",
              "Seccomp", "2",
              "CapPrm", NO_CAPABILITY,
              "CapEff", NO_CAPABILITY,
              "CapBnd", NO_CAPABILITY,
              "CapAmb", NO_CAPABILITY));
  private final Map<String, Long> limits =
      new HashMap<>(
          Map.of(
              "Max data size", 1L << 30,
              "Max cpu time", 60L,
              "Max file size", 1L << 26,
              "Max core file size", 0L,
              "Max processes", 128L,
              "Max open files", 256L));
  private Reach reach =
      new Reach(List.of(), List.of("/tmp"), List.of("lo"), 3, false, List.of("LANG", "HOME"));

  private static Map<String, String> namespaces(int number) {
    Map<String, String> names = new HashMap<>();
    for (String kind : List.of("ipc", "mnt", "net", "pid", "user", "uts")) {
      names.put(kind, kind + ":[" + number + "]");
    }
    return names;
  }

  private Isolation isolation() {
    return Isolation.of(new Surroundings(namespaces, status, limits, reach), OURS);
  }

  @Test
  void aProcessBehindEveryWallIsStrictlyApart() {
    assertThat(isolation().missing()).isEmpty();
    assertThat(isolation().level()).isEqualTo(Isolation.Level.STRICT);
  }

  @Test
  void whatASystemDoesNotTellIsMissing() {
    Surroundings unknown =
        new Surroundings(
            Map.of(),
            Map.of(),
            Map.of(),
            new Reach(List.of(), List.of(), null, null, false, List.of()));
    Isolation isolation = Isolation.of(unknown, Map.of());
    assertThat(isolation.level()).isEqualTo(Isolation.Level.NONE);
    assertThat(isolation.ids())
        .containsExactly(
            "files",
            "read-only",
            "network",
            "processes",
            "ipc",
            "user",
            "privileges",
            "system-calls",
            "terminal",
            "limits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnt", "net", "pid", "ipc", "uts", "user"})
  void aSharedNamespaceIsAMissingWall(String kind) {
    namespaces.put(kind, OURS.get(kind));
    assertThat(isolation().level()).isEqualTo(Isolation.Level.PARTIAL);
  }

  @Test
  void aFileOfTheGraderInSightIsAMissingWall() {
    reach = new Reach(List.of("/assay/pom.xml"), List.of(), List.of("lo"), 3, false, List.of());
    assertThat(isolation().missing()).containsExactly(Wall.FILES);
  }

  @Test
  void aWritableFolderIsAMissingWallUnlessItIsTheChildsOwn() {
    reach = new Reach(List.of(), List.of("/dev/shm"), List.of("lo"), 3, false, List.of());
    assertThat(isolation().missing()).containsExactly(Wall.READ_ONLY);
  }

  @Test
  void anotherNetworkInterfaceIsAMissingWall() {
    reach = new Reach(List.of(), List.of(), List.of("lo", "eth0"), 3, false, List.of());
    assertThat(isolation().missing()).containsExactly(Wall.NETWORK);
  }

  @Test
  void manyProcessesInSightAreAMissingWall() {
    reach = new Reach(List.of(), List.of(), List.of("lo"), 80, false, List.of());
    assertThat(isolation().missing()).containsExactly(Wall.PROCESSES);
  }

  @Test
  void rootIsNeverApart() {
    status.put("Uid", "0\t0\t0\t0");
    assertThat(isolation().missing()).containsExactly(Wall.USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CapPrm", "CapEff", "CapBnd", "CapAmb"})
  void aCapabilityIsAMissingWall(String set) {
    status.put(set, "0000000000000001");
    assertThat(isolation().missing()).containsExactly(Wall.PRIVILEGES);
  }

  @Test
  void aTerminalIsAMissingWall() {
    reach = new Reach(List.of(), List.of(), List.of("lo"), 3, true, List.of());
    assertThat(isolation().missing()).containsExactly(Wall.TERMINAL);
  }

  @Test
  void anEnvironmentVariableOfTheGradersIsAMissingWall() {
    reach = new Reach(List.of(), List.of(), List.of("lo"), 3, false, List.of("LANG", "SECRET"));
    assertThat(isolation().missing()).containsExactly(Wall.ENVIRONMENT);
  }

  @Test
  void anUnlimitedResourceIsAMissingWall() {
    limits.remove("Max processes");
    assertThat(isolation().missing()).containsExactly(Wall.LIMITS);
  }

  @Test
  void togetherProcessesAreAsOpenAsAllTheirGaps() {
    Isolation one = new Isolation(Set.of(Wall.NETWORK));
    Isolation other = new Isolation(Set.of(Wall.FILES, Wall.PROCESSES));
    assertThat(one.and(other).level()).isEqualTo(Isolation.Level.NONE);
    assertThat(one.and(Isolation.COMPLETE)).isEqualTo(one);
    assertThat(Isolation.COMPLETE.and(one)).isEqualTo(one);
  }
}
