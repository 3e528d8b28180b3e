package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {
  private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");

  @TempDir private Path home;

  private void report(String module, String name, String time, int seconds, String cases)
      throws IOException {
    Path folder = Files.createDirectories(home.resolve(module + "/target/surefire-reports"));
    Path file = folder.resolve("TEST-" + name + ".xml");
    String suite = "<testsuite name='%s' time='%s'>%s</testsuite>";
    Files.writeString(file, suite.formatted(name, time, cases));
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(seconds)));
  }

  private String printed() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TestSummary.of(home, START).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSlowestClassesComeFirstAndReasonsOnce() throws Exception {
    String skipped = "<testcase><skipped message='Assumption failed: no bwrap'/></testcase>";
    report("grader/run", "a.Slow", "1,030.21", 5, skipped + skipped);
    String thrown =
        "<testcase><skipped type='x'><![CDATA[org.x.AbortedException: Assumption failed: no bwrap\n"
            + "\tat a.Fast.test]]></skipped></testcase>";
    report("datasets", "a.Fast", "0.04", 0, thrown);
    report("problems/iris", "a.Old", "99", -1, skipped);
    assertThat(printed())
        .isEqualTo(
            """

            The slowest test classes:
              1030.2 s  a.Slow
                 0.0 s  a.Fast

            Not tried on this machine:
              3 tests: no bwrap

            """);
  }

  @Test
  void tenClassesAreNamedAtMostAndNothingIsSaidOfNone() throws Exception {
    assertThat(printed()).isEmpty();
    for (int i = 10; i < 22; i++) {
      report("solutions", "Test" + i, "" + i, 1, "");
    }
    assertThat(printed().lines().filter(line -> line.contains("Test"))).hasSize(10);
    assertThat(printed()).contains("Test12").doesNotContain("Test11", "Not tried");
  }
}
