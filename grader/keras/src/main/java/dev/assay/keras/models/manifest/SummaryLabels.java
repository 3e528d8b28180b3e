package dev.assay.keras.models.manifest;

/**
 * The words of a {@link Summary}.
 *
 * @param model before the model's name
 * @param layer above the layers' names and types
 * @param shape above the shapes of their outputs
 * @param count above their numbers of parameters
 * @param total before the number of all parameters
 * @param trainable before the number of those that are trained
 * @param others before the number of those that are not
 */
public record SummaryLabels(
    String model,
    String layer,
    String shape,
    String count,
    String total,
    String trainable,
    String others) {
  /** The words of Keras. */
  public static final SummaryLabels KERAS =
      new SummaryLabels(
          "Model",
          "Layer (type)",
          "Output Shape",
          "Param #",
          "Total params",
          "Trainable params",
          "Non-trainable params");
}
