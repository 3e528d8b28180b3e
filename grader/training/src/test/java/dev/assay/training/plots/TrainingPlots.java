package dev.assay.training.plots;

import dev.assay.keras.NestedNumbers;
import dev.assay.keras.optimizers.SGD;
import dev.assay.training.Example;
import dev.assay.training.plots.LinePlot.Axis;
import dev.assay.training.plots.LinePlot.Line;
import dev.assay.training.plots.LinePlot.Point;
import dev.assay.training.plots.LinePlot.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The plots of trainings. That of the learning rates is computed by the trainer; the learning
 * curves are sketches: clean, as no real ones are.
 */
final class TrainingPlots {
  private static final int EPOCHS = 30;
  private static final int STEPS = 20;
  private static final double HIGHEST = 1.5;

  private TrainingPlots() {}

  /** The plots by the names of their files. */
  static Map<String, LinePlot> of(Language in) {
    return Map.of(
        "learning-rates.svg",
        learningRates(in),
        "curve-good.svg",
        curve(
            in,
            in.of("A good fit", "잘 맞은 모델"),
            in.of(
                "Training and validation loss fall together and level off close to each other.",
                "훈련 손실과 검증 손실이 함께 내려가다가 서로 가까운 값에서 평평해집니다."),
            t -> 0.24 + 1.1 * decay(t, 5),
            t -> 0.32 + 1.05 * decay(t, 5)),
        "curve-overfitting.svg",
        withBestEpoch(
            in,
            curve(
                in,
                in.of("Overfitting", "과적합"),
                in.of(
                    "The training loss keeps falling while the validation loss rises again after its lowest epoch.",
                    "훈련 손실은 계속 내려가지만 검증 손실은 가장 낮은 에포크를 지나 다시 올라갑니다."),
                t -> 0.03 + 1.15 * decay(t, 7),
                t -> 0.36 + 0.95 * decay(t, 4) + 0.0007 * t * t)),
        "curve-underfitting.svg",
        curve(
            in,
            in.of("Underfitting", "과소적합"),
            in.of(
                "Training and validation loss level off early, close to each other and high.",
                "훈련 손실과 검증 손실이 일찍, 서로 가깝지만 높은 값에서 평평해집니다."),
            t -> 0.95 + 0.3 * decay(t, 4),
            t -> 1.0 + 0.28 * decay(t, 4)),
        "curve-too-short.svg",
        curve(
            in,
            in.of("Stopped too early", "너무 일찍 끝난 훈련"),
            in.of(
                "Both losses are still falling steadily at the last epoch.",
                "마지막 에포크에서도 두 손실이 계속 내려가고 있습니다."),
            t -> 0.1 + 1.25 * decay(t, 24),
            t -> 0.16 + 1.22 * decay(t, 24)),
        "curve-rate-too-high.svg",
        curve(
            in,
            in.of("Learning rate too high", "너무 큰 학습률"),
            in.of(
                "Both losses jump up and down from epoch to epoch and do not settle.",
                "두 손실이 에포크마다 오르내리며 자리를 잡지 못합니다."),
            t -> 0.72 + jitter(t),
            t -> 0.78 + 1.05 * jitter(t + 0.15)));
  }

  private static double decay(double epoch, double pace) {
    return StrictMath.exp(-epoch / pace);
  }

  private static double jitter(double epoch) {
    return 0.34 * StrictMath.sin(2.3 * epoch) + 0.22 * StrictMath.sin(4.9 * epoch + 1);
  }

  private static LinePlot curve(
      Language in,
      String title,
      String description,
      DoubleUnaryOperator training,
      DoubleUnaryOperator validation) {
    List<Line> lines =
        List.of(
            new Line(in.of("training loss", "훈련 손실"), Style.FIRST, epochs(training)),
            new Line(in.of("validation loss", "검증 손실"), Style.SECOND, epochs(validation)));
    return new LinePlot(
        title,
        description,
        new Axis(in.of("epoch", "에포크"), 0, EPOCHS, 5),
        new Axis(in.of("loss", "손실"), 0, HIGHEST, 0.5),
        lines);
  }

  private static LinePlot withBestEpoch(Language in, LinePlot curve) {
    double best =
        curve.lines().get(1).points().stream()
            .min(Comparator.comparingDouble(Point::y))
            .orElseThrow()
            .x();
    List<Line> lines = new ArrayList<>(curve.lines());
    lines.add(
        new Line(
            in.of("best epoch", "가장 좋은 에포크"),
            Style.MARK,
            List.of(new Point(best, 0), new Point(best, HIGHEST))));
    return new LinePlot(curve.title(), curve.description(), curve.x(), curve.y(), lines);
  }

  private static List<Point> epochs(DoubleUnaryOperator loss) {
    return IntStream.rangeClosed(1, EPOCHS)
        .mapToObj(epoch -> new Point(epoch, loss.applyAsDouble(epoch)))
        .toList();
  }

  private static LinePlot learningRates(Language in) {
    return new LinePlot(
        in.of("SGD minimises w² from w = 1", "SGD로 w = 1에서 시작해 w²을 최소화"),
        in.of(
            "With a rate of 0.01 the loss falls slowly, with 0.2 it is near 0 after five steps, with 1.02 it grows with every step.",
            "학습률 0.01에서는 손실이 천천히 내려가고, 0.2에서는 다섯 단계 만에 0에 가까워지며, 1.02에서는 단계마다 커집니다."),
        new Axis(in.of("step", "단계"), 0, STEPS, 5),
        new Axis(in.of("loss w²", "손실 w²"), 0, HIGHEST, 0.5),
        List.of(
            descent(in.of("rate 0.2", "학습률 0.2"), Style.FIRST, 0.2),
            descent(in.of("rate 0.01", "학습률 0.01"), Style.SECOND, 0.01),
            descent(in.of("rate 1.02", "학습률 1.02"), Style.THIRD, 1.02)));
  }

  private static Line descent(String label, Style style, double rate) {
    NestedNumbers distances =
        NestedNumbers.parse(Example.descend(SGD.withLearningRate(rate), STEPS));
    List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
    for (int step = 1; step <= STEPS; step++) {
      double distance = distances.values().get(step - 1);
      points.add(new Point(step, distance * distance));
    }
    return new Line(label, style, points);
  }
}
