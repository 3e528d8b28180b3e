package dev.assay.run.inspection;

import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.Monitored;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.report.Finding;
import dev.assay.run.audit.BuiltIn;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares a model with what its problem asks for, before anything runs it. */
public final class Inspector {
  private final ProblemSpec spec;
  private final Manifest manifest;
  private final List<Manifest> members;
  private final long flops;
  private final FitPlan plan;
  private final GraphFacts graph;
  private final Findings findings = new Findings();

  private Inspector(ProblemSpec spec, BuiltModel model, GraphFacts graph) {
    this.spec = spec;
    this.manifest = model.manifest();
    this.members = model.members();
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
      findings.error(
          "OPERATION_NOT_ALLOWED",
          "The model uses operations that are not allowed: %s.".formatted(AllowedOps.show(refused)),
          "Use array, math and neural-network operations only.");
    }
    if (!loops.isEmpty()) {
      findings.error(
          "CONTROL_FLOW",
          "The model's graph branches or loops (%s): it could run without end."
              .formatted(AllowedOps.show(loops)),
          "Write loops in Java, so that they are unrolled, and choose between values with select.");
    }
    graph
        .violations()
        .forEach(found -> findings.error(found.code(), found.message(), found.advice()));
  }

  /** A stateless draw is a function of its seed, and so is as good as any constant. */
  private void checkDraws() {
    Set<String> draws = new TreeSet<>(graph.serving());
    draws.retainAll(AllowedOps.DRAWS);
    if (!draws.isEmpty()) {
      findings.error(
          "RANDOM_PREDICTIONS",
          "The model draws random numbers when it predicts (%s): the same example twice gives two outputs."
              .formatted(String.join(", ", draws)),
          "Draw in training only: use Dropout or GaussianNoise, or ask context.training() in a"
              + " layer of your own.");
    }
  }

  private void checkShapes() {
    if (!manifest.input().equals(spec.input())) {
      findings.error(
          "INPUT_SHAPE",
          "The model's input is %s %s; %s has %s %s."
              .formatted(
                  manifest.input().type(),
                  manifest.input().show(),
                  spec.problem(),
                  spec.input().type(),
                  spec.input().show()),
          "Leave the input as spec gives it.");
    }
    checkOutput(
        manifest.output(),
        "The model's output has shape %s; %s needs %s."
            .formatted(manifest.output().show(), spec.problem(), outputShapes()));
    manifest.heads().outputs().stream().skip(1).forEach(this::checkHelper);
    checkLabels();
  }

  /** An output that only helps to train the model. */
  private void checkHelper(OutputSpec output) {
    if (output.target() == null) {
      checkOutput(
          output.spec(),
          "The output %s has shape %s, but the labels of %s need %s."
              .formatted(output.name(), output.spec().show(), spec.problem(), outputShapes()));
    } else if (output.spec().shape().size() != 1) {
      findings.error(
          "OUTPUT_SHAPE",
          "The output %s has shape %s; training needs (None, n)."
              .formatted(output.name(), output.spec().show()),
          "Put Flatten before the last Dense layer, or behind it where each value has a label.");
    }
  }

  private void checkOutput(TensorSpec output, String message) {
    if (output.shape().size() != 1 || !spec.takes(output.shape().get(0))) {
      findings.error(
          "OUTPUT_SHAPE",
          message,
          output.shape().size() > 1
              ? "Put Flatten before the last Dense layers."
              : isBinary()
                  ? "End with Dense.of(1) and SIGMOID, or with Dense.of(2) and SOFTMAX."
                  : String.format(Locale.ROOT, "End with Dense.of(%d).", spec.outputs()));
    }
  }

  private String outputShapes() {
    return isBinary()
        ? "(None, 1) or (None, 2)"
        : String.format(Locale.ROOT, "(None, %d)", spec.outputs());
  }

  private boolean isBinary() {
    return spec.task() == Task.BINARY_CLASSIFICATION;
  }

  private void checkLabels() {
    TensorSpec labels = manifest.heads().labels();
    if (labels != null && !labels.equals(spec.labels())) {
      findings.error(
          "LABELS",
          "The model computes something from labels %s %s; those of %s are %s %s."
              .formatted(
                  labels.type(),
                  labels.show(),
                  spec.problem(),
                  spec.labels().type(),
                  spec.labels().show()),
          "Leave the labels as spec gives them.");
    }
  }

  private void checkLimits() {
    Limits limits = spec.limits();
    if (manifest.parameters() > limits.parameters()) {
      findings.error(
          "TOO_MANY_PARAMETERS",
          String.format(
              Locale.ROOT,
              "The model has %,d parameters; %s allows %,d.",
              manifest.parameters(),
              spec.problem(),
              limits.parameters()),
          "Make layers smaller%s%s."
              .formatted(
                  spec.input().shape().size() > 1 ? ", or pool before Flatten" : "",
                  members.size() > 1 ? ", or take fewer members" : ""));
    }
    ComputeLimit.check(flops, members.size(), spec, findings);
    BuiltIn numbers = BuiltIn.of(spec, graph.builtIn(), manifest.trainableParameters(), 0);
    if (numbers.isTooLarge()) {
      findings.error(
          "TOO_MANY_BUILT_IN_NUMBERS",
          numbers.message()
              + " %s allows %s.".formatted(spec.problem(), BuiltIn.show(numbers.limit())),
          "Compute large tables in the graph, use weights for what is learned, and Normalization"
              + " for means and deviations.");
    }
    if (manifest.trainableParameters() == 0) {
      findings.error(
          "NOTHING_TO_TRAIN", "The model has no trainable weights.", "Add a Dense layer.");
    }
    if (plan.epochs() > limits.epochs()) {
      findings.error(
          "TOO_MANY_EPOCHS",
          String.format(
              Locale.ROOT,
              "The plan asks for %,d epochs; %s allows %,d.",
              plan.epochs(),
              spec.problem(),
              limits.epochs()),
          "Ask for fewer; EarlyStopping ends training when it no longer helps.");
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
      findings.warn(
          "ACCURACY_OF_REGRESSION",
          "Accuracy says nothing about a regression.",
          "Use Metric.MEAN_ABSOLUTE_ERROR or Metric.R2_SCORE.");
    }
    for (Callback callback : plan.callbacks()) {
      if (callback instanceof Monitored watching && !keys.contains(watching.monitor())) {
        findings.error(
            "UNKNOWN_MONITOR",
            "%s watches %s, which is not among what this model reports: %s."
                .formatted(
                    callback.getClass().getSimpleName(),
                    watching.monitor(),
                    String.join(", ", keys)),
            "Watch \"val_loss\", or add the metric to compile.");
      }
    }
  }

  private void checkLogger() {
    plan.callback(CSVLogger.class)
        .filter(logger -> GradingFiles.taken(logger.filename()))
        .ifPresent(
            logger ->
                findings.error(
                    "FILE_NAME_TAKEN",
                    "CSVLogger asks for %s, a file that the grader writes itself."
                        .formatted(logger.filename()),
                    "Choose another name, such as training.csv."));
  }

  private void checkLearningRate() {
    for (Manifest member : members) {
      checkLearningRate(member.compilation().schedule());
    }
  }

  private void checkLearningRate(LearningRateSchedule schedule) {
    if (plan.changesLearningRate() && !(schedule instanceof ConstantRate)) {
      findings.error(
          "TWO_LEARNING_RATES",
          "A callback changes the learning rate, but the optimizer has a schedule (%s)."
              .formatted(schedule.getClass().getSimpleName()),
          "Give the optimizer a constant learning rate, or leave the callback out.");
    }
  }
}
