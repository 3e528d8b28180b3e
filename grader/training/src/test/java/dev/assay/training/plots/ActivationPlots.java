package dev.assay.training.plots;

import static dev.assay.training.plots.ActivationValues.output;
import static dev.assay.training.plots.ActivationValues.slopes;
import static dev.assay.training.plots.ActivationValues.values;

import dev.assay.keras.activations.Activation;
import dev.assay.training.plots.LinePlot.Axis;
import dev.assay.training.plots.LinePlot.Line;
import dev.assay.training.plots.LinePlot.Style;
import java.util.List;
import java.util.Map;

/** The plots of activations.md. */
final class ActivationPlots {
  private static final int STRETCHES = 120;

  private ActivationPlots() {}

  /** The plots by the names of their files. */
  static Map<String, LinePlot> of(Language in) {
    return Map.of(
        "sigmoid.svg",
        new LinePlot(
            "sigmoid(x) = 1 / (1 + exp(-x))",
            in.of(
                "Sigmoid rises from 0 to 1 in the shape of an S and is 0.5 at 0. Its slope is 0.25 at 0 and nearly 0 beyond -6 and 6.",
                "시그모이드는 S자 모양으로 0에서 1까지 올라가며 0에서 0.5입니다. 기울기는 0에서 0.25이고 -6과 6을 넘으면 거의 0입니다."),
            inputs(in, 6, 2),
            new Axis(in.of("output", "출력"), 0, 1, 0.25),
            withSlope(in, "sigmoid(x)", Activation.SIGMOID, 6)),
        "tanh.svg",
        new LinePlot(
            "tanh(x)",
            in.of(
                "Tanh rises from -1 to 1 in the shape of an S and is 0 at 0. Its slope is 1 at 0 and nearly 0 beyond -3 and 3.",
                "tanh는 S자 모양으로 -1에서 1까지 올라가며 0에서 0입니다. 기울기는 0에서 1이고 -3과 3을 넘으면 거의 0입니다."),
            inputs(in, 6, 2),
            new Axis(in.of("output", "출력"), -1, 1, 0.5),
            withSlope(in, "tanh(x)", Activation.TANH, 6)),
        "relu.svg",
        new LinePlot(
            "relu(x) = max(x, 0)",
            in.of(
                "ReLU is 0 for every x below 0 and x itself above. Its slope is 0 on the left and 1 on the right.",
                "ReLU는 x가 0보다 작으면 0이고 크면 x 그대로입니다. 기울기는 왼쪽에서 0, 오른쪽에서 1입니다."),
            inputs(in, 3, 1),
            new Axis(in.of("output", "출력"), -1, 3, 1),
            withSlope(in, "relu(x)", Activation.RELU, 3)),
        "softmax.svg",
        softmax(in));
  }

  private static LinePlot softmax(Language in) {
    float[] first = steps(6);
    return new LinePlot(
        in.of("softmax of the logits x, 1 and 0", "로짓 x, 1, 0의 softmax"),
        in.of(
            "As the first of three logits grows from -6 to 6, its probability rises from 0 to nearly 1 and the two others fall; the three always add up to 1.",
            "세 로짓 가운데 첫째가 -6에서 6까지 커지면 그 확률은 0에서 거의 1까지 올라가고 나머지 둘은 내려갑니다. 세 확률의 합은 언제나 1입니다."),
        new Axis(in.of("first logit x", "첫째 로짓 x"), -6, 6, 2),
        new Axis(in.of("probability", "확률"), 0, 1, 0.25),
        List.of(
            new Line(
                in.of("class 0, logit x", "클래스 0, 로짓 x"),
                Style.FIRST,
                output(Activation.SOFTMAX, 0, first, 1, 0)),
            new Line(
                in.of("class 1, logit 1", "클래스 1, 로짓 1"),
                Style.SECOND,
                output(Activation.SOFTMAX, 1, first, 1, 0)),
            new Line(
                in.of("class 2, logit 0", "클래스 2, 로짓 0"),
                Style.THIRD,
                output(Activation.SOFTMAX, 2, first, 1, 0))));
  }

  private static Axis inputs(Language in, int end, int step) {
    return new Axis(in.of("input x", "입력 x"), -end, end, step);
  }

  private static List<Line> withSlope(Language in, String name, Activation function, int end) {
    float[] inputs = steps(end);
    return List.of(
        new Line(name, Style.FIRST, values(function, inputs)),
        new Line(in.of("its slope", "기울기"), Style.SECOND, slopes(function, inputs)));
  }

  private static float[] steps(int end) {
    float[] steps = new float[STRETCHES + 1];
    for (int i = 0; i <= STRETCHES; i++) {
      steps[i] = 2f * end * i / STRETCHES - end;
    }
    return steps;
  }
}
