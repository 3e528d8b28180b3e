package dev.assay.run.submissions.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.submissions.tree.NodeName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static String of(String name) {
    return Ids.of(NodeName.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "O'Brien",
        "과제 (지각)",
        "Gro\u0308ße",
        "हिन्दी",
        "עברית",
        "ภาษาไทย",
        "🎓 grad",
        "Group, A",
        "می\u200cخواهم"
      })
  void namesOfAllScriptsAreTheirIds(String name) {
    assertThat(of(name)).isEqualTo(name);
  }

  @Test
  void whatSomeSystemDoesNotTakeIsEscaped() {
    assertThat(of("Group; A")).isEqualTo("Group%3B A");
    assertThat(of("100%")).isEqualTo("100%25");
    assertThat(of("a/b\n\u202e")).isEqualTo("a%2Fb%0A%E2%80%AE");
    assertThat(of("..")).isEqualTo("%2E%2E");
    assertThat(of("-rf")).isEqualTo("%2Drf");
    assertThat(of("=1+1")).isEqualTo("%3D1+1");
    assertThat(of("ann. ")).isEqualTo("ann.%20");
    assertThat(of("con")).isEqualTo("%63on");
    assertThat(of("entries.json")).isEqualTo("%65ntries.json");
    assertThat(of("")).isNotBlank();
  }

  @Test
  void longNamesAreCutAndStayDifferent() {
    String one = of("한".repeat(84) + "a");
    String two = of("한".repeat(84) + "b");
    assertThat(one).isNotEqualTo(two).matches("한{60}~[0-9a-f]{16}");
    assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(of("n".repeat(200))).isEqualTo("n".repeat(200));
  }

  @Test
  void noTwoNamesHaveOneIdAndEachIsAFoldersName() {
    String signs = "aA1 .,;:%~_-\u0301\u200d\u00a0\u3000ü한\n/\\";
    Random random = new Random(7);
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = 1 + random.nextInt(3); length > 0; length--) {
        name.append(signs.charAt(random.nextInt(signs.length())));
      }
      String id = of(name.toString());
      assertThat(names.putIfAbsent(id, name.toString())).isIn(null, name.toString());
      assertThat(id).doesNotContainPattern("[/\\\\:;\\p{Cc}]|[. ]$|^[. -]");
    }
  }

  @Test
  void aTakenIdGivesWayToTheNextNameAndThenToTheOrigin() {
    Ids ids = new Ids(true);
    List<NodeName> names = List.of(NodeName.of("Ann"), NodeName.of("Ann.zip"));
    assertThat(ids.unique(names, "one")).isEqualTo("Ann");
    assertThat(ids.unique(List.of(NodeName.of("ann"), NodeName.of("ann.zip")), "two"))
        .isEqualTo("ann.zip");
    assertThat(ids.unique(names, "three")).matches("Ann~[0-9a-f]{16}");
    assertThat(new Ids(false).unique(List.of(NodeName.of("ann")), "two")).isEqualTo("ann");
  }
}
