package dev.assay.similarity.simulated;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer in parts, so that it can be copied and changed. In the parts, {@code #12.0#} is a
 * number, {@code @word@} a name that the author gave.
 */
final class Draft {
  /** How the model is put together. */
  enum Style {
    INLINE,
    LIST,
    HELPERS,
    LOOP
  }

  final Style style;
  final List<String> layers;
  final String optimizer;
  final List<String> planLinks;
  final List<String> callbacks;
  final List<String> statements;
  final List<String> helpers;
  final List<String> comments;

  Draft(
      Style style,
      List<String> layers,
      String optimizer,
      List<String> planLinks,
      List<String> callbacks,
      List<String> statements,
      List<String> helpers,
      List<String> comments) {
    this.style = style;
    this.layers = new ArrayList<>(layers);
    this.optimizer = optimizer;
    this.planLinks = new ArrayList<>(planLinks);
    this.callbacks = new ArrayList<>(callbacks);
    this.statements = new ArrayList<>(statements);
    this.helpers = new ArrayList<>(helpers);
    this.comments = new ArrayList<>(comments);
  }

  /** The source, with its marks still in it. */
  String source() {
    List<String> members = new ArrayList<>();
    members.add(build());
    members.add(fit());
    members.addAll(helpers);
    StringBuilder text = new StringBuilder(HEAD);
    text.append(comment(0)).append("@Answers(\"iris\")\npublic class @Answer@ {\n");
    members.forEach(member -> text.append(member).append('\n'));
    return text.append("}\n").toString();
  }

  private static final String HEAD =
      """
      import dev.assay.keras.layers.Dense;
      import dev.assay.keras.models.Sequential;

      """;

  private String comment(int number) {
    return number < comments.size() ? "// " + comments.get(number) + "\n" : "";
  }

  private String build() {
    StringBuilder text = new StringBuilder("@Override public Model build(ProblemSpec spec) {\n");
    for (int i = 0; i < statements.size(); i++) {
      text.append(comment(i + 3)).append(statements.get(i)).append('\n');
    }
    text.append(comment(1));
    String compiled =
        ".compile(" + optimizer + ", Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);\n";
    switch (style) {
      case INLINE ->
          text.append("return Sequential.of(" + String.join(",\n", layers) + ")" + compiled);
      case LIST -> {
        text.append("List<Layer> @stack@ = new ArrayList<>();\n");
        layers.forEach(layer -> text.append("@stack@.add(" + layer + ");\n"));
        text.append("return Sequential.of(@stack@)" + compiled);
      }
      case HELPERS -> {
        for (int i = 0; i < layers.size(); i++) {
          text.append("Layer @part" + i + "@ = " + layers.get(i) + ";\n");
        }
        text.append("Model @model@ = Sequential.of(");
        for (int i = 0; i < layers.size(); i++) {
          text.append(i == 0 ? "" : ", ").append("@part" + i + "@");
        }
        text.append(");\nreturn @model@" + compiled);
      }
      case LOOP -> {
        text.append("Sequential @net@ = new Sequential();\n");
        text.append("for (Layer @each@ : List.of(" + String.join(",\n", layers) + ")) {\n");
        text.append("@net@.add(@each@);\n}\nreturn @net@" + compiled);
      }
    }
    return text.append("}\n").toString();
  }

  private String fit() {
    StringBuilder text = new StringBuilder("@Override public FitPlan fit(ProblemSpec spec) {\n");
    text.append(comment(2)).append("return FitPlan");
    planLinks.forEach(link -> text.append(link));
    return text.append(".callbacks(" + String.join(", ", callbacks) + ");\n}\n").toString();
  }
}
