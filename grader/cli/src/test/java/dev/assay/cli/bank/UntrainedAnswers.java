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
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

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

  /** An answer's name, its problem and its Java source. */
  record Source(String name, String problem, String text) {}

  /** The findings of each answer, by its name. */
  Map<String, List<Finding>> findings(List<BankAnswer> answers) throws Exception {
    List<Source> sources = new ArrayList<>();
    for (BankAnswer answer : answers) {
      sources.add(new Source(answer.name(), answer.problem(), answer.source()));
    }
    return findingsOf(sources);
  }

  /** The findings of each source, by its name. */
  Map<String, List<Finding>> findingsOf(List<Source> answers) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(answers, classes);
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      for (int i = 0; i < answers.size(); i++) {
        Class<?> type = loader.loadClass(packageOf(i) + ".Answer");
        ModelBuilder builder = (ModelBuilder) type.getDeclaredConstructor().newInstance();
        found.put(answers.get(i).name(), findings(answers.get(i).problem(), builder));
      }
    }
    return found;
  }

  private static String packageOf(int number) {
    return "answer" + number;
  }

  private void compile(List<Source> answers, Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-nowarn"));
    for (int i = 0; i < answers.size(); i++) {
      Path source = folder.resolve("sources").resolve(packageOf(i)).resolve("Answer.java");
      Files.createDirectories(source.getParent());
      Files.writeString(source, "package %s;\n\n%s".formatted(packageOf(i), answers.get(i).text()));
      arguments.add(source.toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("the answers do not compile");
    }
  }

  private List<Finding> findings(String id, ModelBuilder builder) throws Exception {
    Problem problem = problems.find(id).orElseThrow();
    ProblemVariant variant =
        problem.variants().stream()
            .filter(each -> each.data().isEmbedded())
            .findFirst()
            .orElseThrow();
    ProblemSpec spec = new Assignment(problem, variant).spec(SEED);
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
