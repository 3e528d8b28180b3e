package dev.assay.keras.optimizers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A weight that is to be updated.
 *
 * @param name unique within the model
 * @param handle the resource variable
 * @param shape fully known
 * @param gradient the loss's gradient with respect to it
 */
public record Parameter(
    String name, Operand<? extends TType> handle, Shape shape, Operand<TFloat32> gradient) {}
