package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.Prlimit;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.isolation.command.ResourceLimits;
import dev.assay.run.temporary.PrivateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children of root without a sandbox. */
class PlainProcessTest {
  private static final ResourceLimits LIMITS = new ResourceLimits(64, 512, 16, 40);

  @TempDir Path folder;

  private static Program program() {
    return new Program("Main", List.of(), null, null, LIMITS, 10, List.of());
  }

  private Job job(Path sources) {
    return new Job.Compile(
        sources,
        List.of("Answer.java"),
        List.of(),
        folder.resolve("classes.jar"),
        folder.resolve("model.pb"),
        folder.resolve("model.json"));
  }

  private static Object owner(Path path) throws Exception {
    return Files.getAttribute(path, "unix:uid");
  }

  @Test
  void eachHasAUserOfItsOwnSoThatOneDoesNotUseUpAnothersProcesses() throws Exception {
    assumeTrue(SystemTools.runsAsRoot(), "only root can start a process of another user");
    Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    OtherUser one = OtherUser.drawn();
    assertThat(one.id())
        .isNotEqualTo(OtherUser.drawn().id())
        .isBetween(2_000_000_000, 2_100_000_000);
    try (PrivateFolder sources = PrivateFolder.create("sources");
        PrivateFolder scratch = PrivateFolder.create("worker")) {
      Path source = Files.writeString(sources.path().resolve("0.java"), "class Answer {}");
      Enclosure enclosure =
          new PlainProcess().enclose(program(), job(sources.path()), scratch.path());
      Object user = owner(scratch.path());
      assertThat(enclosure.command()).contains("--reuid=" + user, "--nproc=40");
      assertThat(user).isNotIn(0, Ownership.NOBODY);
      assertThat(owner(sources.path())).as("it reads the private folder").isEqualTo(user);
      assertThat(owner(folder.resolve("model.pb"))).isEqualTo(user);
      enclosure.end().run();
      assertThat(owner(source)).isEqualTo(0);
      assertThat(owner(folder.resolve("model.pb"))).isEqualTo(0);
    }
  }

  @Test
  void whoeverIsSharedWithOtherProcessesHasNoLimitOnThem() {
    assertThat(OtherUser.nobody().own()).isFalse();
    assertThat(Prlimit.command(Path.of("prlimit"), program(), OtherUser.nobody().own()))
        .noneMatch(argument -> argument.startsWith("--nproc"));
  }
}
