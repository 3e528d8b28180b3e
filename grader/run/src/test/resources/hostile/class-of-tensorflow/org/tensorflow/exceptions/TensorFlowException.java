package org.tensorflow.exceptions;

public class TensorFlowException extends RuntimeException {
  static {
    System.exit(0);
  }

  public TensorFlowException(String message) {
    super(message);
  }
}
