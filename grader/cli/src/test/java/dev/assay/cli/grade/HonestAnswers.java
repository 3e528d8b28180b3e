package dev.assay.cli.grade;

import dev.assay.cli.SampleAnswers;
import dev.assay.problems.Problem;
import dev.assay.problems.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Twenty honest answers to each problem, as courses and students write them: a line each in {@code
 * honest/<problem>.txt}.
 */
final class HonestAnswers {
  private static final Path IMPORTS =
      Path.of("src/test/resources/honest/Imports.txt").toAbsolutePath();

  private HonestAnswers() {}

  /**
   * An answer as data.
   *
   * @param number from 1
   * @param parts layers, optimizer, plan, and the loss where it is not the problem's usual one
   */
  record Answer(Problem problem, int number, List<String> parts) {
    String name() {
      return String.format(Locale.ROOT, "%s-%02d", problem.id(), number);
    }

    /** Writes it as a submission below the folder. */
    void writeTo(Path folder) throws IOException {
      SampleAnswers.write(folder.resolve(name()), source());
    }

    private String source() throws IOException {
      boolean oneHot = loss().startsWith("Loss.CATEGORICAL");
      return Files.readString(IMPORTS)
          + """
          @Answers("%s")
          public final class Answer implements ModelBuilder {
            @Override
            public Model build(ProblemSpec spec) {
              return Sequential.of(%s).compile(%s, %s);
            }

            @Override
            public FitPlan fit(ProblemSpec spec) {
              return %s%s;
            }
          }
          """
              .formatted(
                  problem.id(),
                  parts.get(0),
                  parts.get(1),
                  loss(),
                  parts.get(2),
                  oneHot ? ".withOneHotLabels()" : "");
    }

    private String loss() {
      if (parts.size() > 3) {
        return parts.get(3);
      }
      return problem.task() == Task.REGRESSION
          ? "Loss.MEAN_SQUARED_ERROR"
          : problem.task() == Task.BINARY_CLASSIFICATION
              ? "Loss.BINARY_CROSSENTROPY"
              : "Loss.SPARSE_CATEGORICAL_CROSSENTROPY";
    }
  }

  /** Those to one problem, in the order of their lines. */
  static List<Answer> of(Problem problem) throws IOException {
    String file = "/honest/" + problem.id() + ".txt";
    try (InputStream in = Objects.requireNonNull(HonestAnswers.class.getResourceAsStream(file))) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
          .map(i -> new Answer(problem, i + 1, List.of(lines.get(i).split(" \\| ", -1))))
          .toList();
    }
  }
}
