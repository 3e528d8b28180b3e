package dev.assay.cli.bank;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.files.DataException;
import dev.assay.diagnosis.Diagnosis;
import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.findings.Finding;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import dev.assay.run.diagnosing.TrainingSet;
import dev.assay.run.grading.Assignment;
import dev.assay.run.inspection.Inspector;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is found before training, of many answers at once: they are compiled together and built in
 * this process, as {@code assay check} does for each in a process of its own.
 */
final class UntrainedAnswers {
  private static final long SEED = 42;

  private final Path folder;
  private final Problems problems = Problems.load();
  private final Map<String, DataFacts> facts = new HashMap<>();

  UntrainedAnswers(Path folder) {
    this.folder = folder;
  }

  /** The findings of each answer, by its name. */
  Map<String, List<Finding>> findings(List<BankAnswer> answers) throws Exception {
    return findingsOf(CompiledAnswers.sources(answers));
  }

  /** The findings of each source, by its name. */
  Map<String, List<Finding>> findingsOf(List<CompiledAnswers.Source> answers) throws Exception {
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    try (CompiledAnswers compiled = CompiledAnswers.of(answers, folder)) {
      for (int i = 0; i < answers.size(); i++) {
        found.put(answers.get(i).name(), findings(answers.get(i).problem(), compiled.builder(i)));
      }
    }
    return found;
  }

  private List<Finding> findings(String id, ModelBuilder builder) throws Exception {
    Problem problem = problems.find(FashionTags.data(id)).orElseThrow();
    ProblemVariant variant =
        problem.variants().stream()
            .filter(each -> each.data().isEmbedded())
            .findFirst()
            .orElseThrow();
    ProblemSpec spec = FashionTags.spec(id, new Assignment(problem, variant).spec(SEED));
    FitPlan plan = builder.fit(spec);
    ModelGraph graph =
        plan.ensemble().trace(builder.build(spec), spec.input(), spec.labels(), spec.seed());
    BuiltModel built =
        new BuiltModel(graph.manifest(), graph.parts(), Flops.ofPrediction(graph), plan);
    StoredModel stored = new StoredModel(folder.resolve("model.pb"), folder.resolve("model.json"));
    stored.write(graph.graphDef(), built);
    List<Finding> inspected = Inspector.inspect(spec, built, GraphFacts.of(stored, built));
    List<ModelOutline> outlines = ModelOutline.of(graph.graphDef(), built);
    Observations observed =
        new Observations(
            spec, problem.tolerance(), plan, outlines, data(problem, variant), null, null, null);
    return Diagnosis.of(observed, inspected);
  }

  private DataFacts data(Problem problem, ProblemVariant variant) throws DataException {
    DataFacts known = facts.get(problem.id());
    if (known == null) {
      DataStore store = new DataStore(Bank.DATA, null, folder.resolve("cache"));
      known = TrainingSet.facts(store.load(variant.data(), SEED));
      facts.put(problem.id(), known);
    }
    return known;
  }
}
