package dev.assay.run.inspection;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.Monitored;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.audit.BuiltIn;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares a model with what its problem asks for, before anything runs it. */
public final class Inspector {
  private final ProblemSpec spec;
  private final Manifest manifest;
  private final List<Manifest> members;
  private final List<Manifest> trained;
  private final long flops;
  private final FitPlan plan;
  private final GraphFacts graph;
  private final Findings findings = new Findings();

  private Inspector(ProblemSpec spec, BuiltModel model, GraphFacts graph) {
    this.spec = spec;
    this.manifest = model.manifest();
    this.members = model.members();
    this.trained = model.trained();
    this.flops = model.flops();
    this.plan = model.fit();
    this.graph = graph;
  }

  /**
   * Inspects.
   *
   * @return what is worth knowing, and what is wrong: a model with an error is not accepted
   */
  public static List<Finding> inspect(ProblemSpec spec, BuiltModel model, GraphFacts graph) {
    Inspector inspector = new Inspector(spec, model, graph);
    inspector.checkGraph();
    inspector.checkDraws();
    inspector.checkShapes();
    inspector.checkLimits();
    LossInspector.inspect(spec, model, graph, inspector.findings);
    inspector.checkMetrics();
    inspector.checkLearningRate();
    inspector.checkLogger();
    return inspector.findings.all();
  }

  private void checkGraph() {
    Set<String> refused = new TreeSet<>(graph.operations());
    refused.removeAll(AllowedOps.NAMES);
    Set<String> loops = new TreeSet<>(refused);
    loops.retainAll(AllowedOps.CONTROL_FLOW);
    refused.removeAll(loops);
    if (!refused.isEmpty()) {
      findings.add(FindingCode.OPERATION_NOT_ALLOWED, "operations", AllowedOps.shown(refused));
    }
    if (!loops.isEmpty()) {
      findings.add(FindingCode.CONTROL_FLOW, "operations", AllowedOps.shown(loops));
    }
    graph.violations().forEach(findings::add);
  }

  /** A stateless draw is a function of its seed, and so is as good as any constant. */
  private void checkDraws() {
    Set<String> draws = new TreeSet<>(graph.serving());
    draws.retainAll(AllowedOps.DRAWS);
    if (!draws.isEmpty()) {
      findings.add(FindingCode.RANDOM_PREDICTIONS, "operations", List.copyOf(draws));
    }
  }

  private void checkShapes() {
    if (!manifest.input().equals(spec.input())) {
      findings.add(
          FindingCode.INPUT_SHAPE,
          "type",
          manifest.input().type(),
          "shape",
          manifest.input().show(),
          "problem",
          spec.problem(),
          "specType",
          spec.input().type(),
          "specShape",
          spec.input().show());
    }
    checkOutput(manifest.output(), "MODEL", "");
    manifest.heads().outputs().stream().skip(1).forEach(this::checkHelper);
    checkLabels();
  }

  /** An output that only helps to train the model. */
  private void checkHelper(OutputSpec output) {
    if (output.target() == null) {
      checkOutput(output.spec(), "HELPER", output.name());
    } else if (output.spec().shape().size() != 1) {
      addOutputShape(output.spec(), "TARGET", output.name(), "FLATTEN_TARGET");
    }
  }

  private void checkOutput(TensorSpec output, String kind, String name) {
    if (output.shape().size() != 1 || !spec.takes(output.shape().get(0))) {
      String next = output.shape().size() > 1 ? "FLATTEN" : isBinary() ? "BINARY" : "UNITS";
      addOutputShape(output, kind, name, next);
    }
  }

  private void addOutputShape(TensorSpec output, String kind, String name, String next) {
    findings.add(
        FindingCode.OUTPUT_SHAPE,
        "output",
        kind,
        "name",
        name,
        "shape",
        output.show(),
        "problem",
        spec.problem(),
        "needed",
        isBinary() ? "BINARY" : "EXACT",
        "outputs",
        spec.outputs(),
        "todo",
        next);
  }

  private boolean isBinary() {
    return spec.task() == Task.BINARY_CLASSIFICATION;
  }

  private void checkLabels() {
    TensorSpec labels = manifest.heads().labels();
    if (labels != null && !labels.equals(spec.labels())) {
      findings.add(
          FindingCode.LABELS,
          "type",
          labels.type(),
          "shape",
          labels.show(),
          "problem",
          spec.problem(),
          "specType",
          spec.labels().type(),
          "specShape",
          spec.labels().show());
    }
  }

  private void checkLimits() {
    Limits limits = spec.limits();
    if (manifest.parameters() > limits.parameters()) {
      findings.add(
          FindingCode.TOO_MANY_PARAMETERS,
          "parameters",
          manifest.parameters(),
          "problem",
          spec.problem(),
          "limit",
          limits.parameters(),
          "image",
          spec.input().shape().size() > 1,
          "ensemble",
          members.size() > 1);
    }
    ComputeLimit.check(flops, members.size(), spec, findings);
    BuiltIn numbers = BuiltIn.of(spec, graph.builtIn(), manifest.trainableParameters(), 0);
    if (numbers.isTooLarge()) {
      findings.add(
          FindingCode.TOO_MANY_BUILT_IN_NUMBERS,
          "bytes",
          numbers.bytes(),
          "trained",
          numbers.trained(),
          "problem",
          spec.problem(),
          "limit",
          numbers.limit());
    }
    if (manifest.trainableParameters() == 0) {
      findings.add(FindingCode.NOTHING_TO_TRAIN);
    }
    if (plan.epochs() > limits.epochs()) {
      findings.add(
          FindingCode.TOO_MANY_EPOCHS,
          "epochs",
          plan.epochs(),
          "problem",
          spec.problem(),
          "limit",
          limits.epochs());
    }
  }

  private void checkMetrics() {
    Set<String> keys = new TreeSet<>(Set.of("loss", "val_loss"));
    for (String key : manifest.keys().all()) {
      keys.add(key);
      keys.add("val_" + key);
    }
    LabelMetrics.inspect(spec, manifest, findings);
    if (spec.task() == Task.REGRESSION
        && manifest.compilation().metrics().contains(Metric.ACCURACY)) {
      findings.add(FindingCode.ACCURACY_OF_REGRESSION);
    }
    for (Callback callback : plan.callbacks()) {
      if (callback instanceof Monitored watching && !keys.contains(watching.monitor())) {
        findings.add(
            FindingCode.UNKNOWN_MONITOR,
            "callback",
            callback.getClass().getSimpleName(),
            "monitor",
            watching.monitor(),
            "keys",
            List.copyOf(keys));
      }
    }
  }

  private void checkLogger() {
    plan.callback(CSVLogger.class)
        .filter(logger -> GradingFiles.taken(logger.filename()))
        .ifPresent(logger -> findings.add(FindingCode.FILE_NAME_TAKEN, "file", logger.filename()));
  }

  private void checkLearningRate() {
    for (Manifest part : trained) {
      checkLearningRate(part.compilation().schedule());
    }
  }

  private void checkLearningRate(LearningRateSchedule schedule) {
    if (plan.changesLearningRate() && !(schedule instanceof ConstantRate)) {
      findings.add(FindingCode.TWO_LEARNING_RATES, "schedule", schedule.getClass().getSimpleName());
    }
  }
}
