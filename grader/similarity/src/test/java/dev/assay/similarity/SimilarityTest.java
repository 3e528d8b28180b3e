package dev.assay.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.assay.findings.Catalogue;
import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.answers.ComparedFile;
import dev.assay.similarity.answers.ComparedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final String ORIGINAL =
      """
      public class IrisAnswer {
        // i hope that this werks, it took me the whole night
        private static int hidenUnits(ProblemSpec spec) {
          return Math.max(37, spec.classes() * 11) - 4;
        }

        // the second layer is there because my sister said so
        public Model build(ProblemSpec spec) {
          if (spec.classes() < 3) {
            throw new IllegalStateException("that is not an iris any more");
          }
          return Sequential.of(Dense.of(hidenUnits(spec)), GaussianNoise.of(0.037), Dense.of(53))
              .compile(Adam.withLearningRate(0.0073));
        }

        // fewer epochs than that never worked on my machine
        public FitPlan fit(ProblemSpec spec) {
          return FitPlan.epochs(173).batchSize(13);
        }

        private int neverCalled(int number) {
          int twice = 2 * number;
          return Math.min(twice + 17, Math.abs(number - 5));
        }
      }
      """;

  /** The original with other names, in another order, with numbers near the original's. */
  private static final String COPY =
      """
      public class Mine {
        private int spare(int n) {
          int m = 2 * n;
          return Math.min(m + 18, Math.abs(n - 5));
        }

        public FitPlan fit(ProblemSpec s) {
          return FitPlan.epochs(170).batchSize(13);
        }

        // The second layer is there, because my sister said so!
        public Model build(ProblemSpec s) {
          if (s.classes() < 3) {
            throw new IllegalStateException("That is not an iris any more");
          }
          return Sequential.of(Dense.of(width(s)), GaussianNoise.of(0.038), Dense.of(52))
              .compile(Adam.withLearningRate(0.0073));
        }

        // i hope that this works, it took me the whole night
        private static int width(ProblemSpec s) {
          return Math.max(36, s.classes() * 11) - 4;
        }
      }
      """;

  /** What somebody wrote alone; each has other numbers. */
  private static String alone(int number) {
    return String.format(
        Locale.ROOT,
        """
        public class Answer%1$d {
          // attempt of student number %1$d
          public Model build(ProblemSpec spec) {
            return Sequential.of(Dense.of(%2$d), Dense.of(spec.classes()))
                .compile(Adam.withLearningRate(0.%3$d));
          }

          public FitPlan fit(ProblemSpec spec) {
            return FitPlan.epochs(%4$d).batchSize(%5$d);
          }
        }
        """,
        number,
        8 + 9 * number,
        100 + 37 * number,
        20 + 31 * number,
        4 + 3 * number);
  }

  private static ComparedAnswer answer(String id, String text) {
    return new ComparedAnswer(id, List.of(new ComparedFile("A.java", text)));
  }

  private static List<ComparedAnswer> classWith(ComparedAnswer... others) {
    return classWith(28, others);
  }

  private static List<ComparedAnswer> classWith(int alone, ComparedAnswer... others) {
    List<ComparedAnswer> answers = new ArrayList<>(List.of(others));
    for (int i = 0; i < alone; i++) {
      answers.add(answer("other" + i, alone(i)));
    }
    return answers;
  }

  /** What is wrong with a document by the published schema. */
  private static Set<ValidationMessage> errors(String json) throws IOException {
    Path file = Path.of(System.getProperty("assay.home"), "reports/similarity.schema.json");
    String schema = Files.readString(file);
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:assay:similarity:1", schema))))
        .getSchema(SchemaLocation.of("urn:assay:similarity:1"))
        .validate(new ObjectMapper().readTree(json));
  }

  private static List<String> evidence(SimilarityReport report) {
    return report.pairs().get(0).evidence().stream().map(sentence -> sentence.text()).toList();
  }

  @Test
  void aCopyIsFoundBehindOtherNamesAnotherOrderAndOtherNumbers() {
    SimilarityReport report =
        Similarity.of(classWith(answer("anna", ORIGINAL), answer("ben", COPY)), List.of());
    assertThat(report.pairs()).hasSize(1);
    SimilarPair pair = report.pairs().get(0);
    assertThat(List.of(pair.first(), pair.second())).containsExactly("anna", "ben");
    assertThat(evidence(report))
        .anySatisfy(
            text ->
                assertThat(text)
                    .isEqualTo(
                        "Comments with the same words, in 2 of 30 answers: the second layer is"
                            + " there because my sister said so (A.java:7) and The second layer is"
                            + " there, because my sister said so! (A.java:11)"))
        .anySatisfy(text -> assertThat(text).startsWith("The same unused code apart from names"))
        .anySatisfy(text -> assertThat(text).startsWith("The same text, in 2 of 30"));
    assertThat(pair.evidence().get(0).text(Catalogue.korean())).contains("답안 30개 가운데 2개");
  }

  @Test
  void allThatTwoShareIsCountedAndTheRarestIsSaid() {
    SimilarPair pair =
        Similarity.of(classWith(answer("anna", ORIGINAL), answer("ben", ORIGINAL)), List.of())
            .pairs()
            .get(0);
    assertThat(pair.evidence()).hasSize(SimilarPair.MOST_EVIDENCE);
    assertThat(pair.shared()).isGreaterThan(SimilarPair.MOST_EVIDENCE);
    assertThat(pair.evidence())
        .anySatisfy(each -> assertThat(each.text()).isEqualTo("Equal files: A.java and A.java"));
  }

  @Test
  void whatWasHandedOutIsNobodysOwn() {
    List<ComparedAnswer> answers = classWith(answer("anna", ORIGINAL), answer("ben", ORIGINAL));
    SimilarityReport report = Similarity.of(answers, List.of(answer("lecture", ORIGINAL)));
    assertThat(report.pairs()).isEmpty();
    assertThat(report.groups()).isEmpty();
  }

  @Test
  void ofThreeInALargerClassAllPairsAreFound() {
    SimilarityReport report =
        Similarity.of(
            classWith(100, answer("anna", ORIGINAL), answer("ben", COPY), answer("cleo", ORIGINAL)),
            List.of());
    assertThat(report.pairs())
        .extracting(SimilarPair::first)
        .containsExactlyInAnyOrder("anna", "anna", "ben");
  }

  @Test
  void attemptsOfOneAuthorAreNoPair() {
    ComparedFile file = new ComparedFile("A.java", ORIGINAL);
    ComparedAnswer first = new ComparedAnswer("anna", "anna", List.of(file), List.of());
    ComparedAnswer second = new ComparedAnswer("anna-2", "anna", List.of(file), List.of());
    assertThat(Similarity.of(classWith(first, second), List.of()).pairs()).isEmpty();
  }

  @Test
  void aClassThatWorkedAloneHasNeitherPairsNorGroups() {
    SimilarityReport report = Similarity.of(classWith(), List.of());
    assertThat(report).isEqualTo(new SimilarityReport(28, List.of(), List.of()));
  }

  @Test
  void equalModelsAreAGroupWithoutAnySource() {
    List<ComparedAnswer> answers =
        Stream.of("anna g1 p1", "ben g1 p1", "cleo g1 p2", "dan g2 p1", "eva g1 p1")
            .map(line -> line.split(" "))
            .map(
                part ->
                    new ComparedAnswer(
                        part[0],
                        part[0],
                        List.of(),
                        List.of(new ComparedModel("iris", part[1], part[2]))))
            .toList();
    SimilarityReport report = Similarity.of(answers, List.of());
    assertThat(report.groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.answers()).containsExactly("anna", "ben", "eva");
              assertThat(group.what().text())
                  .isEqualTo("Equal graphs and plans for iris, apart from names");
            });
    assertThat(report.pairs()).isEmpty();
  }

  @Test
  void datesInZipsAndModelsAreEvidence() {
    Instant time = Instant.parse("2026-03-02T23:41:07Z");
    List<ComparedAnswer> answers =
        Stream.of("anna", "ben")
            .map(
                id ->
                    new ComparedAnswer(
                        id,
                        id,
                        List.of(new ComparedFile(id + ".java", ORIGINAL, time)),
                        List.of(new ComparedModel("iris", "g", "p"))))
            .toList();
    SimilarityReport report =
        Similarity.of(classWith(answers.toArray(ComparedAnswer[]::new)), List.of());
    assertThat(evidence(report))
        .contains(
            "Both zips contain a file last changed at 2026-03-02T23:41:07Z, as 2 of 30 answers do.",
            "Equal files: anna.java and ben.java");
    SimilarPair models =
        Similarity.of(
                classWith(withModel(answer("anna", ORIGINAL)), withModel(answer("ben", COPY))),
                List.of())
            .pairs()
            .get(0);
    assertThat(models.shared())
        .isEqualTo(
            2
                + Similarity.of(classWith(answer("anna", ORIGINAL), answer("ben", COPY)), List.of())
                    .pairs()
                    .get(0)
                    .shared());
  }

  private static ComparedAnswer withModel(ComparedAnswer answer) {
    return new ComparedAnswer(
        answer.id(), answer.id(), answer.files(), List.of(new ComparedModel("iris", "g", "p")));
  }

  @Test
  void sourcesThatNoParserTakesAreComparedByTheirComments() {
    String deep = "class A { int a = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }\n";
    String said = "// nobody but me would write this here\n/* and no one else this one either */\n";
    String more = "// three of them are needed to be sure\n// now four\nclass { /** broken */";
    SimilarityReport report =
        Similarity.of(
            classWith(answer("anna", deep + said + more), answer("ben", more + said + deep)),
            List.of());
    assertThat(report.answers()).isEqualTo(30);
  }

  @Test
  void whatIsLargerThanAnyAnswerIsLeftOut() {
    ComparedFile large = new ComparedFile("A.java", " ".repeat((1 << 20) + 1));
    ComparedFile small = new ComparedFile("B.java", "class B {}");
    assertThat(new ComparedAnswer("anna", List.of(large)).files()).isEmpty();
    assertThat(new ComparedAnswer("anna", List.of(small, large)).files()).containsExactly(small);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComparedAnswer(" ", List.of()))
        .withMessage("id must not be blank. Received: \" \"");
  }

  @Test
  void theJsonIsTheSameForTheSameClassAndIsReadBack() throws IOException {
    List<ComparedAnswer> answers = classWith(answer("anna", ORIGINAL), answer("ben", ORIGINAL));
    String json = SimilarityJson.of(Similarity.of(answers, List.of()));
    assertThat(json)
        .isEqualTo(SimilarityJson.of(Similarity.of(answers, List.of())))
        .contains("\"schemaVersion\" : 1", "\"first\" : \"anna\"", "\"code\" : \"EQUAL_FILES\"")
        .doesNotContain("verdict", "points")
        .endsWith("}\n");
    assertThat(errors(json)).isEmpty();
    assertThat(errors(json.replace("\"pairs\"", "\"twins\""))).hasSize(2);
    assertThat(SimilarityJson.read(json)).isEqualTo(Similarity.of(answers, List.of()));
    for (String other : List.of("{\"schemaVersion\": 7}", "[", json.replace("EQUAL_", "SAME_"))) {
      assertThatIOException()
          .isThrownBy(() -> SimilarityJson.read(other))
          .withMessage(
              "similarity.json is damaged or was written by another version of Assay. Run `assay"
                  + " similarity` on this run again.");
    }
  }
}
