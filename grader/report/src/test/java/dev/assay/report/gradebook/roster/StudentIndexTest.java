package dev.assay.report.gradebook.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.gradebook.Student;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentIndexTest {
  private static final Student ANNA =
      new Student("1001", "Anna Kim", "Anna", "Kim", "anna@uni.kr", "akim", "S77", null);
  private static final Student BEN =
      new Student("1002", "Straße, Ben", null, null, "ben@uni.kr", "ben", "1001x", null);
  private static final Student CLEO = new Student("1003", "김안나", "안나", "김", null, null, null, null);
  private static final Student NAMESAKE =
      new Student("1004", "Anna  KIM", null, null, null, null, null, null);

  private static final StudentIndex INDEX = new StudentIndex(List.of(ANNA, BEN, CLEO));

  private static List<Student> find(String... names) {
    return INDEX.find(List.of(names));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1001",
        "AKIM",
        "Anna@Uni.kr",
        "s77",
        "anna kim",
        "Kim Anna",
        "Kim, Anna",
        "Anna Kim_48151",
        "kimanna_1001",
        "kimanna_48151",
        "Sheet 3_akim",
        "Sheet 3_akim (2026-05-04-09-30-00)",
        "77-123 - Anna Kim",
        "Kim_Anna_akim_48151",
        "Kim, Anna(akim)",
      })
  void aStudentIsFoundByWhatLearningPlatformsCallFolders(String name) {
    assertThat(find(name)).containsExactly(ANNA);
  }

  @Test
  void lettersOfAllScriptsCountHoweverTheyAreComposed() {
    assertThat(find("Ben Straße")).containsExactly(BEN);
    assertThat(find(Normalizer.normalize("김안나", Normalizer.Form.NFD))).containsExactly(CLEO);
  }

  @Test
  void anIdCountsBeforeAName() {
    Student odd = new Student("akim", "Nobody", null, null, null, null, null, null);
    assertThat(new StudentIndex(List.of(ANNA, odd)).find(List.of("akim"))).containsExactly(odd);
  }

  @Test
  void nobodyIsGuessed() {
    assertThat(find("dora")).isEmpty();
    assertThat(find("---")).isEmpty();
    assertThat(find("sheet_1")).isEmpty();
    assertThat(new StudentIndex(List.of(ANNA, NAMESAKE)).find(List.of("Anna Kim")))
        .containsExactly(ANNA, NAMESAKE);
    // A number that the platform gave, and that happens to be another student's id.
    assertThat(find("Anna Kim_1002")).containsExactlyInAnyOrder(ANNA, BEN);
  }

  @Test
  void oneOfSeveralNamesIsEnough() {
    assertThat(find("hand-in", "akim")).containsExactly(ANNA);
  }

  @Test
  void theTimeOfAnAttemptIsNoPartOfAName() {
    assertThat(StudentIndex.withoutAttempt("anna (2026-05-04T09-30)")).isEqualTo("anna");
    assertThat(StudentIndex.withoutAttempt("anna (2)")).isEqualTo("anna (2)");
  }
}
