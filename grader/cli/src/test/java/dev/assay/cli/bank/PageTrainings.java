package dev.assay.cli.bank;

import dev.assay.cli.bank.CompiledAnswers.Source;
import dev.assay.findings.FindingCode;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.History;
import dev.assay.keras.training.Labelled;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.programs.Datasets;
import dev.assay.programs.PracticeData;
import dev.assay.run.grading.Assignment;
import dev.assay.training.KerasModel;
import dev.assay.training.TrainerOptions;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Trains the programs on the pages of findings in this process, with the data and the seed of
 * {@code assay grade}: the same epochs come out, without the processes that a grading starts.
 */
final class PageTrainings {
  private final Problems problems = Problems.load();
  private final Map<String, PracticeData> data = new HashMap<>();
  private final Path folder;

  PageTrainings(Path folder) {
    this.folder = folder;
  }

  /** The histories of each code's program. */
  Map<FindingCode, History> histories(
      List<FindingCode> codes, Function<ExampleProgram, String> methods) throws Exception {
    Map<FindingCode, History> histories = new EnumMap<>(FindingCode.class);
    List<Source> sources = PageExamples.sources(codes, methods);
    try (CompiledAnswers compiled = CompiledAnswers.of(sources, folder)) {
      for (int i = 0; i < sources.size(); i++) {
        histories.put(codes.get(i), train(sources.get(i).problem(), compiled.builder(i)));
      }
    }
    return histories;
  }

  private History train(String id, ModelBuilder builder) {
    ProblemSpec spec = spec(id);
    FitPlan plan = builder.fit(spec).verbose(0);
    PracticeData parts =
        data.computeIfAbsent(FashionTags.data(id), name -> Datasets.load(name, "embedded"));
    Labelled train = FashionTags.examples(id, parts.trainAndTest());
    Labelled validation = FashionTags.examples(id, parts.validation());
    TrainerOptions options = TrainerOptions.seed(Datasets.DEFAULT_SEED);
    try (KerasModel model = KerasModel.of(builder.build(spec), plan, train, options)) {
      return model.fit(train, plan, validation);
    }
  }

  private ProblemSpec spec(String id) {
    Problem problem = problems.find(FashionTags.data(id)).orElseThrow();
    ProblemVariant embedded =
        problem.variants().stream()
            .filter(variant -> variant.data().isEmbedded())
            .findFirst()
            .orElseThrow();
    return FashionTags.spec(id, new Assignment(problem, embedded).spec(Datasets.DEFAULT_SEED));
  }
}
