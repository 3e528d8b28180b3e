package dev.assay.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SentenceExceptionTest {
  private static final Sentence NO_ROOM =
      Sentence.of(FaultCode.DISK_FULL, "folder", "reports", "limit", 64 << 20);

  private static final class NoFile extends Exception implements Explained {
    private static final long serialVersionUID = 1;

    @Override
    public Sentence sentence() {
      return NO_ROOM;
    }
  }

  @Test
  void itsMessageIsTheSentenceInEnglish() {
    assertThat(new SentenceException(NO_ROOM))
        .hasMessage(
            "The disk that holds reports has less than 64 MiB left. Free some space, or choose"
                + " another folder with --out.");
  }

  @Test
  void aFailureThatIsExplainedKeepsItsSentence() {
    assertThat(SentenceException.of(new SentenceException(NO_ROOM))).isEqualTo(NO_ROOM);
    assertThat(SentenceException.of(new NoFile())).isEqualTo(NO_ROOM);
  }

  @Test
  void ofAnyOtherFailureTheMessageOrAtLeastTheKindIsTold() {
    assertThat(SentenceException.of(new IOException("the pipe is closed")))
        .hasToString("the pipe is closed");
    assertThat(SentenceException.of(new StackOverflowError())).hasToString("StackOverflowError");
  }
}
