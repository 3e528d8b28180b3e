package dev.assay.keras.models;

import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** The types that features and labels come in. */
public enum ElementType {
  UINT8(1, TUint8.class),
  INT32(4, TInt32.class),
  FLOAT32(4, TFloat32.class);

  private final int bytes;
  private final Class<? extends TType> tensorType;

  ElementType(int bytes, Class<? extends TType> tensorType) {
    this.bytes = bytes;
    this.tensorType = tensorType;
  }

  /** Bytes per value. */
  public int bytes() {
    return bytes;
  }

  /** TensorFlow Java's class for it. */
  public Class<? extends TType> tensorType() {
    return tensorType;
  }
}
