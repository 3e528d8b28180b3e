package dev.assay.run.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Outcome.Resource;
import dev.assay.run.processes.Role;
import org.junit.jupiter.api.Test;

class ProcessVerdictsTest {
  private static final Outcome STARVED = new Outcome.Starved(300L << 20, 1024L << 20);

  @Test
  void whatTheKernelKilledForItsOwnMemoryIsTheAnswersMatter() {
    Outcome outcome = new Outcome.UsedTooMuch(Resource.MEMORY, 1536L << 20, 1024L << 20);
    Stop stop = ProcessVerdicts.ofBuilder(outcome);
    assertThat(stop.verdict()).isEqualTo(Verdict.MEMORY_LIMIT);
    assertThat(stop.message()).contains("used 1536 MiB of memory; 1024 are allowed");
  }

  @Test
  void whatTheMachineHadNoMemoryForIsNot() {
    for (Stop stop :
        new Stop[] {
          ProcessVerdicts.ofBuilder(STARVED), ProcessVerdicts.ofModel(STARVED, Work.TRAIN)
        }) {
      assertThat(stop.verdict()).isEqualTo(Verdict.GRADER_ERROR);
      assertThat(stop.message())
          .contains("no memory left when the process used 300 MiB of the 1024 that are allowed")
          .contains("--jobs");
    }
  }

  @Test
  void itIsTriedOnceMoreThen() {
    assertThat(Retry.isDue(Role.BUILD, STARVED)).isTrue();
    assertThat(Retry.finding(Role.BUILD, STARVED).message())
        .contains("the machine had no memory left");
  }

  @Test
  void anIndexOutOfRangeIsExplained() {
    String text = "indices[0,0] = 5 is not in [0, 4)\n\t [[{{node training/embedding/Gather}}]]";
    Stop stop =
        ProcessVerdicts.ofModel(
            new Outcome.Answered(new Message.Failed(Message.Cause.CANDIDATE, text)), Work.TRAIN);
    assertThat(stop.verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
    assertThat(stop.message())
        .startsWith("Training ended with an error: indices[0,0] = 5")
        .contains("An Embedding, or a gather, of 4 rows was asked for row 5");
  }
}
