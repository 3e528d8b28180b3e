package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.protocol.Message;
import dev.assay.run.isolation.ControlGroup;
import dev.assay.run.isolation.MadeUpGroups;
import dev.assay.run.isolation.command.ResourceLimits;
import dev.assay.run.processes.Outcome.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceExhaustionTest {
  private static final ResourceLimits LIMITS = new ResourceLimits(16, 64, 1, 20);
  private static final long ALLOWED = 64L << 20;
  private static final Outcome NO_HEAP = new Outcome.Exhausted(Resource.HEAP, 16L << 20, "");
  private static final Outcome DIED =
      new Outcome.Died(Sentence.of(FaultCode.ENDED_WITHOUT_ANSWER), "Killed");
  private static final Outcome LATE = new Outcome.TimedOut(3);

  @TempDir Path folder;
  private MadeUpGroups groups;

  @BeforeEach
  void find() {
    groups = new MadeUpGroups(folder);
  }

  private Outcome seen(Outcome outcome, String memoryEvents, String pidsEvents) throws Exception {
    ControlGroup group = groups.child(LIMITS, memoryEvents, pidsEvents);
    Files.writeString(groups.childFolder().resolve("memory.peak"), "99000000\n");
    return ResourceExhaustion.seenBy(group, outcome, LIMITS);
  }

  static Stream<Outcome> ends() {
    return Stream.of(DIED, LATE, NO_HEAP);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aProcessThatTheKernelKilledForItsMemoryUsedTooMuch(Outcome end) throws Exception {
    assertThat(seen(end, "oom 1\noom_kill 4\n", "max 3\n"))
        .isEqualTo(new Outcome.UsedTooMuch(Resource.MEMORY, 99_000_000, ALLOWED));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void oneThatWasKilledForTheMachinesMemoryStarved(Outcome end) throws Exception {
    assertThat(seen(end, "oom 0\noom_kill 1\n", "max 0\n"))
        .isEqualTo(new Outcome.Starved(99_000_000, ALLOWED));
  }

  static Stream<Outcome> endsWithoutAReason() {
    return Stream.of(DIED, LATE, failed());
  }

  private static Outcome failed() {
    return new Outcome.Answered(new Message.Failed(Message.Cause.CANDIDATE, "error=11"));
  }

  @ParameterizedTest
  @MethodSource("endsWithoutAReason")
  void oneThatGotNoMoreThreadsHadAllOfThem(Outcome end) throws Exception {
    assertThat(seen(end, "oom 0\noom_kill 0\n", "max 3\n"))
        .isEqualTo(new Outcome.Exhausted(Resource.THREADS, 20, ""));
  }

  @Test
  void aReasonThatTheProcessGaveStands() throws Exception {
    assertThat(seen(NO_HEAP, "oom_kill 0\n", "max 3\n")).isEqualTo(NO_HEAP);
  }

  static Stream<Outcome> othersMatters() {
    return Stream.of(
        new Outcome.Answered(new Message.Built()),
        new Outcome.NeverStarted(Sentence.of(FaultCode.CAME_NOT_UP, "limit", 1)),
        new Outcome.UsedTooMuch(Resource.OUTPUT, 2, 1));
  }

  @ParameterizedTest
  @MethodSource("othersMatters")
  void whatTheKernelRefusedChangesNoOtherOutcome(Outcome outcome) throws Exception {
    assertThat(seen(outcome, "oom 1\noom_kill 1\n", "max 3\n")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aProcessThatWasRefusedNothingEndedAsItLooks(Outcome end) throws Exception {
    assertThat(seen(end, "oom 0\noom_kill 0\n", "max 0\n")).isEqualTo(end);
  }
}
