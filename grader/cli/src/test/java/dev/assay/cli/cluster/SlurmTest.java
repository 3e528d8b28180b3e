package dev.assay.cli.cluster;

import static dev.assay.cli.cluster.SlurmCluster.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planned run on a real Slurm: a shard is killed, the node drained, the controller restarted. */
@SuppressWarnings("try") // who interrupts a test does not use the cluster any more
class SlurmTest {
  private static final int ANSWERS = 60;
  private static final Duration LONG = Duration.ofMinutes(8);

  @TempDir private Path folder;

  /**
   * One that is trained, three that do not compile, and many without a file, which cost nothing.
   */
  private Path answers() throws IOException {
    Path all = folder.resolve("class");
    for (int i = 0; i < ANSWERS; i++) {
      Path answer =
          Files.createDirectories(all.resolve(String.format(Locale.ROOT, "student%02d", i)));
      if (i == 0) {
        SampleAnswers.write(answer, SampleAnswers.iris(2));
      } else if (i % 15 == 1) {
        SampleAnswers.write(answer, "class Broken { int number = " + i + "x; }");
      }
    }
    return all;
  }

  /** The command as nodes call it: another process, with this test's classes. */
  private Path launcher() throws IOException {
    String line =
        AssayProcess.of(folder, folder.resolve("unused.log")).command().stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    Path script = folder.resolve("assay");
    Files.writeString(script, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private Process start(SlurmCluster cluster, String log, Object... args) throws IOException {
    ProcessBuilder builder = AssayProcess.of(folder, folder.resolve(log), args);
    builder.environment().putAll(cluster.environment());
    return builder.start();
  }

  private String said(SlurmCluster cluster, int code, Object... args) throws Exception {
    Process process = start(cluster, "said.log", args);
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(folder.resolve("said.log"));
    assertThat(ended ? process.exitValue() : -1).as(said).isEqualTo(code);
    return said;
  }

  /** Asks as the submitter does, who knows the cluster. */
  private boolean isComplete(SlurmCluster cluster, Path run) throws Exception {
    Process process = start(cluster, "status.log", "status", run);
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0;
  }

  /** A shard that has claimed something and not finished it. */
  private static Optional<String> busy(Path run) {
    Path claims = run.resolve(".plan/claims");
    try (Stream<Path> list = Files.list(claims)) {
      return list.map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".done"))
          .filter(name -> Files.notExists(claims.resolve(name + ".done")))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int shard(Path run, String id) throws IOException {
    String manifest = Files.readString(run.resolve(".plan/manifest.json"));
    String entry = manifest.substring(manifest.indexOf("\"id\": \"" + id + "\""));
    return Integer.parseInt(entry.replaceFirst("(?s).*?\"shard\": (\\d+).*", "$1"));
  }

  /** Results but for times, which pages show as well. */
  private static Map<String, String> results(Path run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(run)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = run.relativize(file).toString();
        if (name.endsWith("result.json") || name.endsWith(".csv")) {
          String timeless =
              Files.readString(file)
                  .replaceAll("(?s)\"timings\": \\{.*?\\}", "")
                  .replaceAll("\"seconds\": [0-9.]+", "");
          files.put(name, timeless);
        } else if (name.endsWith(".npy") || name.endsWith(".safetensors")) {
          files.put(name, Arrays.toString(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  /** Waits for the array and its collecting job; says what they said if they do not end. */
  private static void awaitTheEnd(SlurmCluster cluster, Path run) throws Exception {
    try {
      await("no job waits or runs", LONG, () -> isOver(cluster));
    } catch (AssertionError e) {
      StringBuilder said = new StringBuilder(cluster.run("squeue", "--array"));
      try (Stream<Path> logs = Files.list(run.resolve(".plan/slurm"))) {
        for (Path log : logs.filter(path -> path.toString().endsWith(".log")).toList()) {
          said.append("\n").append(log).append("\n").append(Files.readString(log));
        }
      }
      throw new AssertionError(said.toString(), e);
    }
  }

  private static boolean isOver(SlurmCluster cluster) {
    return !cluster.run("sinfo", "--noheader").isEmpty()
        && cluster.run("squeue", "--noheader").isBlank();
  }

  @Test
  @Tag("exhaustive")
  void aClassComesThroughAKillADrainAndARestartAsOnOneMachine() throws Exception {
    String how =
        "Slurm is not here. Get it with `apt-get install slurmctld slurmd slurm-client munge`,"
            + " and run the test as root.";
    if (System.getenv("CI") != null && "root".equals(System.getProperty("user.name"))) {
      assertThat(SlurmCluster.isPossible()).as(how).isTrue();
    }
    assumeTrue(SlurmCluster.isPossible(), how);
    Path all = answers();
    Path run = folder.resolve("run");
    try (SlurmCluster cluster = SlurmCluster.start()) {
      Run plan =
          Run.of("plan", all, "--shards", 12, "--out", run, "--data", "embedded", "--lease", "20");
      assertThat(plan.code()).as(plan.err()).isZero();
      String submitted =
          said(cluster, 0, "submit", run, "--command", launcher(), "--concurrency", 2);
      assertThat(submitted).contains("Submitted 12 shards as job");
      String job = submitted.replaceFirst("(?s).*as job (\\d+).*", "$1");

      // A shard is killed in the middle of an answer.
      await("a shard is at work", LONG, () -> busy(run).isPresent());
      String victim = busy(run).orElseThrow();
      int killed = shard(run, victim);
      cluster.run("scancel", "--signal=KILL", "--full", job + "_" + killed);

      // The node is drained: what runs goes on, and nothing else begins.
      cluster.run("scontrol", "update", "nodename=" + cluster.node(), "state=drain", "reason=test");
      assertThat(cluster.run("sinfo", "--noheader", "--format=%T")).contains("drain");

      // The controller is restarted meanwhile.
      cluster.stopController();
      cluster.startController();
      await("the controller is back", () -> !cluster.run("squeue", "--noheader").isEmpty());
      assertThat(said(cluster, 1, "status", run)).contains(" of 60 submissions", "PENDING");
      // Nothing is submitted twice.
      assertThat(said(cluster, 0, "submit", run, "--command", launcher()))
          .doesNotContain("Submitted 12");
      cluster.run("scontrol", "update", "nodename=" + cluster.node(), "state=resume");

      awaitTheEnd(cluster, run);
      if (!isComplete(cluster, run)) {
        String again = said(cluster, 0, "submit", run, "--command", launcher());
        assertThat(again).contains("Submitted ");
        awaitTheEnd(cluster, run);
      }
      assertThat(said(cluster, 0, "status", run)).contains("60 of 60 submissions");
      assertThat(said(cluster, 0, "submit", run)).contains("Nothing to submit");
    }
    Run collected = Run.of("collect", run, "--exit-zero", "--export", "csv");
    assertThat(collected.code()).as(collected.out() + collected.err()).isZero();
    Run local =
        Run.of(
            "grade",
            all,
            "--out",
            folder.resolve("local"),
            "--data",
            "embedded",
            "--exit-zero",
            "--export",
            "csv");
    assertThat(local.code()).as(local.out() + local.err()).isZero();
    assertThat(results(run))
        .isEqualTo(results(folder.resolve("local")))
        .hasSizeGreaterThan(ANSWERS);
    assertThat(List.of(run.resolve("index.html"), run.resolve("grades.csv")))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }
}
