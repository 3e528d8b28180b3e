package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.isolation.command.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlGroupsTest {
  private static final Program PROGRAM =
      new Program("Main", List.of(), null, null, new ResourceLimits(16, 64, 1, 20), 1, List.of());

  private static final Job JOB =
      new Job.Probe(List.of(), 1, 1, new Job.ProbeLimits(1, 1, 1), Path.of("/probe"));

  @TempDir Path folder;
  private MadeUpGroups made;

  @BeforeEach
  void delegate() throws IOException {
    made = new MadeUpGroups(folder).delegated();
  }

  private ControlGroups enter() throws IOException {
    return ControlGroups.enter(made.self(), MadeUpGroups.PROCESS);
  }

  private Path file(String name) {
    return made.scope().resolve(name);
  }

  private void assertNotDelegated(String why) {
    assertThatIOException().isThrownBy(this::enter).withMessageContaining(why);
  }

  @Test
  void aGraderThatIsAloneInItsGroupMakesRoomForOthers() throws Exception {
    enter();
    assertThat(file("assay-4711/cgroup.procs")).hasContent("4711");
    assertThat(file("cgroup.subtree_control")).hasContent("+memory +pids");
  }

  @Test
  void whenItLeavesAllIsAsItWas() throws Exception {
    ControlGroups groups = enter();
    // The kernel's file, which goes with its folder.
    Files.delete(file("assay-4711/cgroup.procs"));
    groups.leave();
    assertThat(file("cgroup.subtree_control")).hasContent("-memory -pids");
    assertThat(file("cgroup.procs")).hasContent("4711");
    assertThat(file("assay-4711")).doesNotExist();
  }

  @Test
  void aContainersPartOfTheTreeIsFoundWhereItIsMounted() throws Exception {
    String mount = "31 23 0:28 /docker/abc %s rw - cgroup2 cgroup rw";
    made.tells(
        List.of("0::/docker/abc/user.slice/run-1.scope"),
        List.of(mount.formatted(folder.resolve("fs"))));
    enter();
    assertThat(file("assay-4711")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0::/../other.scope", "0::/user.slice/../run-1.scope"})
  void aGroupOutsideOfWhatIsMountedIsNotDelegated(String line) throws Exception {
    made.tells(List.of(line), Files.readAllLines(made.self().resolve("mountinfo")));
    assertNotDelegated("is not visible here");
  }

  @Test
  void aMachineWithBothVersionsHasItsControllersInTheFirst() throws Exception {
    Path unified = Files.createDirectories(folder.resolve("unified"));
    Files.writeString(unified.resolve("cgroup.controllers"), "hugetlb\n");
    made.tells(
        List.of("8:pids:/", "4:memory:/process_api/e42a", "1:cpu:/", "0::/"),
        List.of(
            "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755",
            "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory",
            "41 31 0:38 / %s rw,relatime - cgroup2 cgroup2 rw".formatted(unified)));
    assertNotDelegated("cgroup.controllers does not name both memory and pids");
  }

  @Test
  void theFirstVersionAloneIsNotEnough() throws Exception {
    made.tells(List.of("8:pids:/", "4:memory:/"), List.of());
    assertNotDelegated("no control group of version 2");
  }

  @Test
  void anotherSystemHasNone() throws Exception {
    Files.delete(made.self().resolve("cgroup"));
    assertNotDelegated("this system has no control groups");
  }

  @ParameterizedTest
  @CsvSource({
    "cgroup.controllers, cannot be read",
    "cgroup.procs, cannot be written",
    "cgroup.subtree_control, cannot be written",
    "cgroup.kill, Linux is older than 5.14"
  })
  void aGroupWithoutAFileIsNotDelegated(String name, String why) throws Exception {
    Files.delete(file(name));
    assertNotDelegated(why);
    assertThat(file("assay-4711")).doesNotExist();
  }

  @Test
  void aGroupThatOthersShareIsLeftAlone() throws Exception {
    Files.writeString(file("cgroup.procs"), "4710\n4711\n");
    assertNotDelegated("other processes are in " + made.scope());
    assertThat(file("assay-4711")).doesNotExist();
    assertThat(file("cgroup.procs")).hasContent("4710\n4711");
  }

  /** As when another process came in the meantime. */
  @Test
  void aGraderThatCannotHandOutControllersGoesBack() throws Exception {
    Files.delete(file("cgroup.subtree_control"));
    Files.createDirectory(file("cgroup.subtree_control"));
    assertNotDelegated("cgroup.subtree_control cannot be written: Is a directory");
    assertThat(Files.readString(file("cgroup.procs"))).isEqualTo("4711");
  }

  @Test
  void groupsThatTheKernelDoesNotKnowAreFoundOut() throws Exception {
    ControlGroups groups = enter();
    assertThatIOException()
        .isThrownBy(groups::tryOut)
        .withMessageContaining("put into " + file("assay-4711-1") + " was not there");
    assertThat(file("cgroup.subtree_control")).hasContent("-memory -pids");
  }

  /** A sandbox that only notes the end. */
  private record Noting(List<String> notes) implements Sandbox {
    @Override
    public String name() {
      return "noting";
    }

    @Override
    public Enclosure enclose(Program program, Job job, Path scratch) {
      return new Enclosure(List.of("program"), scratch, job, () -> notes.add("ended"));
    }
  }

  @Test
  void eachProcessHasAGroupOfItsOwn() throws Exception {
    List<String> notes = new ArrayList<>();
    Sandbox sandbox = enter().around(new Noting(notes));
    Enclosure first = sandbox.enclose(PROGRAM, JOB, folder);
    Enclosure second = sandbox.enclose(PROGRAM, JOB, folder);
    assertThat(first.command()).endsWith(file("assay-4711-1/cgroup.procs").toString(), "program");
    assertThat(second.command()).endsWith(file("assay-4711-2/cgroup.procs").toString(), "program");
    assertThat(file("assay-4711-1/pids.max")).hasContent("" + (20 + ResourceLimits.CAGE_PROCESSES));
    assertThat(first.group()).isNotNull();
    Files.writeString(file("assay-4711-1/cgroup.kill"), "");
    first.end().run();
    assertThat(file("assay-4711-1/cgroup.kill")).hasContent("1");
    assertThat(notes).containsExactly("ended");
  }

  @Test
  void whereNoGroupCanBeMadeAProcessHasNone() throws Exception {
    Sandbox sandbox = enter().around(new Noting(new ArrayList<>()));
    Files.createFile(file("assay-4711-1"));
    Enclosure enclosure = sandbox.enclose(PROGRAM, JOB, folder);
    assertThat(enclosure.command()).containsExactly("program");
    assertThat(enclosure.group()).isNull();
  }
}
