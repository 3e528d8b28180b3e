package dev.assay.batch.equal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.equal.EqualAnswers.Turn;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualAnswersTest {
  private final EqualAnswers equal = new EqualAnswers();

  private static Submission submission(String id, String name, String text) {
    return Submission.of(id, Path.of(id), List.of(new SourceText(name, text)));
  }

  private static Submission of(String id) {
    return submission(id, "Answer.java", "class Answer {}");
  }

  @Test
  void theFirstIsGradedAndTheOthersWaitForIt() {
    assertThat(equal.next(of("ann"))).isInstanceOf(Turn.Grade.class);
    assertThat(equal.next(of("ben"))).isInstanceOf(Turn.Wait.class);
    assertThat(equal.next(of("ann"))).as("tried again").isInstanceOf(Turn.Grade.class);
    equal.done(of("ann"), true);
    assertThat(equal.next(of("ben"))).isEqualTo(new Turn.Copy("ann"));
    equal.done(of("ben"), true);
    assertThat(equal.next(of("cem"))).isEqualTo(new Turn.Copy("ann"));
  }

  @Test
  void afterAFaultOfTheGraderTheNextIsGraded() {
    assertThat(equal.next(of("ann"))).isInstanceOf(Turn.Grade.class);
    equal.done(of("ann"), false);
    assertThat(equal.next(of("ben"))).isInstanceOf(Turn.Grade.class);
    equal.done(of("ben"), true);
    assertThat(equal.next(of("cem"))).isEqualTo(new Turn.Copy("ben"));
  }

  @Test
  void anotherTextOrAnotherNameIsNotEqual() {
    assertThat(equal.next(of("ann"))).isInstanceOf(Turn.Grade.class);
    assertThat(equal.next(submission("ben", "Answer.java", "class Answer { }")))
        .isInstanceOf(Turn.Grade.class);
    assertThat(equal.next(submission("cem", "sub/Answer.java", "class Answer {}")))
        .isInstanceOf(Turn.Grade.class);
  }

  @Test
  void whatHasNoSourcesIsEqualToNothing() {
    Submission empty = Submission.of("ann", Path.of("ann"), List.of());
    Submission other = Submission.of("ben", Path.of("ben"), List.of());
    assertThat(equal.next(empty)).isInstanceOf(Turn.Grade.class);
    equal.done(empty, true);
    assertThat(equal.next(other)).isInstanceOf(Turn.Grade.class);
  }
}
