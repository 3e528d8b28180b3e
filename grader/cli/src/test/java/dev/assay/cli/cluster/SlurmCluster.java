package dev.assay.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A Slurm of one node on this machine: Debian's slurmctld, slurmd and munge, with keys, ports and
 * state of its own, which listen on loopback only and end with it.
 */
@SuppressWarnings("try") // who interrupts a test does not use the cluster any more
final class SlurmCluster implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final String node;
  private final List<Path> pids = new ArrayList<>();

  private SlurmCluster(Path folder, String node) {
    this.folder = folder;
    this.node = node;
  }

  /** Returns whether this machine has what a cluster needs. */
  static boolean isPossible() {
    return Stream.of("slurmctld", "slurmd", "munged", "mungekey")
            .allMatch(name -> Files.isExecutable(Path.of("/usr/sbin", name)))
        && "root".equals(System.getProperty("user.name"));
  }

  static SlurmCluster start() throws Exception {
    // Munge refuses folders that others cannot reach, as those of JUnit are.
    Path folder = Files.createTempDirectory(Path.of("/tmp"), "assay-slurm");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    SlurmCluster cluster = new SlurmCluster(folder, call(Map.of(), "hostname", "-s").strip());
    try {
      cluster.begin();
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void begin() throws Exception {
    for (String name : new String[] {"state", "spool", "keys"}) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.setPosixFilePermissions(
        folder.resolve("keys"), PosixFilePermissions.fromString("rwx------"));
    Path key = folder.resolve("keys/munge.key");
    call(Map.of(), "/usr/sbin/mungekey", "--create", "--keyfile=" + key);
    call(
        Map.of(),
        "/usr/sbin/munged",
        "--key-file=" + key,
        "--socket=" + folder.resolve("munge.socket"),
        "--pid-file=" + pid("munged"),
        "--log-file=" + folder.resolve("keys/munged.log"),
        "--seed-file=" + folder.resolve("keys/munged.seed"));
    Files.writeString(folder.resolve("slurm.conf"), configuration());
    startController();
    call(environment(), "/usr/sbin/slurmd");
    pid("slurmd");
    await("the node is up", () -> run("sinfo", "--noheader", "--format=%T").contains("idle"));
  }

  void startController() throws Exception {
    call(environment(), "/usr/sbin/slurmctld");
    pid("slurmctld");
  }

  /** Ends the controller as an administrator does; jobs go on. */
  void stopController() throws Exception {
    end(pid("slurmctld"));
  }

  String node() {
    return node;
  }

  Map<String, String> environment() {
    return Map.of("SLURM_CONF", folder.resolve("slurm.conf").toString());
  }

  /** Runs one of Slurm's commands, and returns what it says; nothing where it fails. */
  String run(String... line) {
    try {
      return call(environment(), line);
    } catch (IOException | AssertionError e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    await(what, LIMIT, condition);
  }

  static void await(String what, Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("not in time: " + what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Path pid(String daemon) {
    Path file = folder.resolve(daemon + ".pid");
    if (!pids.contains(file)) {
      pids.add(file);
    }
    return file;
  }

  private String configuration() throws IOException {
    return String.format(
            Locale.ROOT,
            """
        ClusterName=assay
        SlurmctldHost=NODE(127.0.0.1)
        SlurmctldPort=%d
        SlurmdPort=%d
        SlurmUser=root
        AuthType=auth/munge
        AuthInfo=socket=FOLDER/munge.socket
        CredType=cred/munge
        StateSaveLocation=FOLDER/state
        SlurmdSpoolDir=FOLDER/spool
        SlurmctldPidFile=FOLDER/slurmctld.pid
        SlurmdPidFile=FOLDER/slurmd.pid
        SlurmctldLogFile=FOLDER/slurmctld.log
        SlurmdLogFile=FOLDER/slurmd.log
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        JobAcctGatherType=jobacct_gather/none
        AccountingStorageType=accounting_storage/none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_Core
        SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
        SlurmdParameters=config_overrides
        MpiDefault=none
        ReturnToService=2
        KillWait=5
        CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
        NodeName=NODE NodeAddr=127.0.0.1 CPUs=2 RealMemory=4000 State=UNKNOWN
        PartitionName=grade Nodes=NODE Default=YES MaxTime=INFINITE State=UP
        """,
            freePort(),
            freePort())
        .replace("NODE", node)
        .replace("FOLDER", folder.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Runs a program that has to succeed in a minute; daemons leave it at once. */
  static String call(Map<String, String> environment, String... line)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("call", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(out.toFile()).start();
      boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      String said = Files.readString(out);
      assertThat(ended && process.exitValue() == 0).as(String.join(" ", line) + said).isTrue();
      return said;
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static void end(Path pidFile) throws Exception {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElse(null);
    if (process != null) {
      process.destroy();
      try {
        await("the end of " + pidFile.getFileName(), () -> !process.isAlive());
      } finally {
        process.destroyForcibly();
      }
    }
    Files.deleteIfExists(pidFile);
  }

  @Override
  public void close() throws Exception {
    run("scancel", "--user=root");
    for (int i = pids.size() - 1; i >= 0; i--) {
      end(pids.get(i));
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
