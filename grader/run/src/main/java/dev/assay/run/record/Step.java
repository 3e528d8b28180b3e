package dev.assay.run.record;

import dev.assay.run.grading.Stop;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a step of a grading gives: a value to go on with, or the verdict that ends the grading.
 *
 * @param <T> the value's type
 */
public sealed interface Step<T> {
  /** The step's value. */
  record Done<T>(T value) implements Step<T> {}

  /**
   * The end of the grading.
   *
   * @param known what is known by then; null where the step has learned nothing to report
   */
  record Ended<T>(Stop stop, @Nullable Progress known) implements Step<T> {}

  /** Goes on with a value. */
  static <T> Step<T> of(T value) {
    return new Done<>(value);
  }

  /** Ends the grading. */
  static <T> Step<T> stop(Stop stop) {
    return new Ended<>(stop, null);
  }

  /** Ends the grading; what is known by then is reported with the verdict. */
  static <T> Step<T> stop(Stop stop, Progress known) {
    return new Ended<>(stop, known);
  }

  /**
   * Goes on with a step that needs the value.
   *
   * @param <R> the type of what it gives
   */
  default <R> Step<R> then(Function<T, Step<R>> next) {
    return this instanceof Ended<T> ended
        ? new Ended<>(ended.stop(), ended.known())
        : next.apply(((Done<T>) this).value());
  }

  /**
   * Goes on with a function of the value.
   *
   * @param <R> the type of what it gives
   */
  default <R> Step<R> map(Function<T, R> next) {
    return then(value -> of(next.apply(value)));
  }
}
