package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.findings.Catalogue;
import dev.assay.report.Golden;
import dev.assay.report.Reports;
import dev.assay.report.score.ClassScore;
import dev.assay.report.score.Classification;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  @Test
  void twoClassesAreRenderedAsTheGolden() throws IOException {
    Golden.check(
        "confusion.txt", ConfusionMatrix.render(Reports.matrix(), 80, Catalogue.english()));
  }

  @Test
  void twelveClassesOfThousandsFitTheTerminal() throws IOException {
    List<String> names =
        IntStream.range(0, 12).mapToObj(i -> "a class of a long name " + i).toList();
    String text = ConfusionMatrix.render(uniform(names, 1_000), 100, Catalogue.english());
    Golden.check("confusion-twelve.txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= 100);
  }

  @Test
  void aClassNamedByItsNumberIsNotNumberedAgain() {
    assertThat(ConfusionMatrix.render(uniform(List.of("0", "1"), 3), 80, Catalogue.english()))
        .contains("\n0  3  3  ", "\n1  3  3  ");
  }

  @Test
  void moreThanTwelveClassesHaveNoCounts() {
    List<String> names = IntStream.range(0, 13).mapToObj(i -> "c" + i).toList();
    assertThat(ConfusionMatrix.render(uniform(names, 777), 80, Catalogue.english()))
        .contains("12 c12")
        .doesNotContain("777");
  }

  @Test
  void whereALineIsShortColumnsMoveTogetherThenTheCountsAreLeftOut() {
    List<String> names = IntStream.range(0, 5).mapToObj(i -> "class" + i).toList();
    assertThat(ConfusionMatrix.render(uniform(names, 77), 45, Catalogue.english()))
        .startsWith("rows: true class, columns: predicted class\n")
        .contains("\n0 cla…  77  77  77  77  77      0.200   0.200\n");
    assertThat(ConfusionMatrix.render(uniform(names, 77), 38, Catalogue.english()))
        .startsWith("rows: true, columns: predicted\n")
        .contains("\n0 cla… 77 77 77 77 77     0.200  0.200\n");
    assertThat(ConfusionMatrix.render(uniform(names, 77), 37, Catalogue.english()))
        .contains("\n0 class0      0.200   0.200\n")
        .doesNotContain("77");
  }

  @Test
  void inKoreanTheHeadersAreKorean() throws IOException {
    Golden.check(
        "confusion-ko.txt", ConfusionMatrix.render(Reports.matrix(), 80, Catalogue.korean()));
  }

  @Test
  void labelsThatDoNotExcludeEachOtherHaveTheirScoresOnly() {
    Classification labels =
        new Classification(
            List.of("rain", "sun"),
            List.of(),
            List.of(new ClassScore("rain", 0.5, 1, 2 / 3.0, 7), new ClassScore("sun", 0, 0, 0, 0)));
    assertThat(ConfusionMatrix.render(labels, 100, Catalogue.english()))
        .isEqualTo(
            """
                    precision  recall     F1  examples
            0 rain      0.500   1.000  0.667         7
            1 sun       0.000   0.000  0.000         0
            """);
  }

  @Test
  void controlCharactersInNamesAreNeutralised() {
    assertThat(
            ConfusionMatrix.render(
                uniform(List.of("a\nb", "\u001B[2J"), 1), 80, Catalogue.english()))
        .contains("0 a?b", "1 ?[2J")
        .doesNotContain("\u001B");
  }

  private static Classification uniform(List<String> names, int count) {
    int size = names.size();
    return new Classification(
        names,
        Collections.nCopies(size, Collections.nCopies(size, count)),
        names.stream()
            .map(name -> new ClassScore(name, 1.0 / size, 1.0 / size, 1.0 / size, size * count))
            .toList());
  }
}
