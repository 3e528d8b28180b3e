package dev.assay.cli.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.cli.AssayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of the grader's own process for a class of 10,000, as the launcher starts it. */
@Tag("exhaustive")
class LargeClassMemoryTest {
  private static final int ENTRIES = 10_000;
  private static final long MOST_KIB = 300 << 10;
  private static final long MOST_MINUTES = 10;

  /** Options of Java that the launcher gives and that have to do with memory. */
  private static final Pattern OPTION = Pattern.compile("-X(?:ms|X:\\w*(?:Size|Ratio)=)\\w+");

  @TempDir private Path folder;

  @Test
  void aClassOfTenThousandTakesAtMost300MiB() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "the kernel tells how much is resident");
    CopiedClass made = CopiedClass.of(folder, ENTRIES, true);
    Object[] grade = {
      "grade", made.answers(), "--problem", "iris", "--out", made.run(), "--exit-zero", "--quiet"
    };
    assertSmall(grade);
    assertThat(made.run().resolve("index.html")).exists();
    assertSmall("export", made.run(), "--format", "junit", "--out", folder.resolve("junit.xml"));
    assertSmall("similarity", made.run());
  }

  private void assertSmall(Object... args) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder builder = AssayProcess.of(folder, log, args);
    builder.command().addAll(1, options());
    Process process = builder.start();
    long most = 0;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
    do {
      most = Math.max(most, residentKib(process.pid()));
      assertThat(System.nanoTime()).as("%s ends", args[0]).isLessThan(end);
    } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(most).as("KiB of %s", args[0]).isBetween(1L, MOST_KIB);
  }

  private static List<String> options() throws IOException {
    String launcher = Files.readString(Path.of(System.getProperty("assay.home"), "assay"));
    String line = launcher.substring(launcher.indexOf("exec \"$java\""));
    List<String> options = OPTION.matcher(line).results().map(MatchResult::group).toList();
    assertThat(options).as("options of the launcher").hasSizeGreaterThan(2);
    return options;
  }

  /** The most that was resident so far; 0 once the process has ended. */
  private static long residentKib(long process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
