package dev.assay.diagnosis.outline;

import java.util.Set;

/** Kinds of TensorFlow operations, by what they do to the values that pass them. */
final class Operations {
  /** Products with weights. */
  static final Set<String> PRODUCTS =
      Set.of(
          "MatMul",
          "BatchMatMul",
          "BatchMatMulV2",
          "Einsum",
          "Conv2D",
          "Conv3D",
          "DepthwiseConv2dNative");

  /** Functions of single values, or Softmax, that are not linear. */
  static final Set<String> ACTIVATIONS =
      Set.of(
          "Relu",
          "Relu6",
          "LeakyRelu",
          "Elu",
          "Selu",
          "Sigmoid",
          "Tanh",
          "Softmax",
          "LogSoftmax",
          "Softplus",
          "Softsign",
          "Erf");

  /** Pass values on, some of them, or in another order. */
  static final Set<String> MOVES =
      Set.of(
          "Identity",
          "IdentityN",
          "Snapshot",
          "StopGradient",
          "PreventGradient",
          "Reshape",
          "Squeeze",
          "ExpandDims",
          "Transpose",
          "Cast",
          "Reverse",
          "ReverseV2",
          "Pad",
          "PadV2",
          "MirrorPad",
          "Slice",
          "StridedSlice",
          "Gather",
          "GatherV2",
          "Tile",
          "SpaceToBatchND",
          "BatchToSpaceND");

  /** Linear in what is not a constant or weight, as long as only one input is. */
  static final Set<String> LINEAR =
      Set.of(
          "Add",
          "AddV2",
          "AddN",
          "BiasAdd",
          "Sub",
          "Mul",
          "Div",
          "RealDiv",
          "Neg",
          "Concat",
          "ConcatV2",
          "Pack",
          "AvgPool",
          "AvgPool3D",
          "Mean",
          "Sum",
          "FusedBatchNorm",
          "FusedBatchNormV3");

  /** Have no derivative, or one that is 0 wherever there is one. */
  static final Set<String> NO_DERIVATIVE =
      Set.of(
          "StopGradient",
          "PreventGradient",
          "Floor",
          "Ceil",
          "Round",
          "Rint",
          "Sign",
          "ArgMax",
          "ArgMin",
          "OneHot",
          "Equal",
          "NotEqual",
          "Greater",
          "GreaterEqual",
          "Less",
          "LessEqual",
          "LogicalAnd",
          "LogicalOr",
          "LogicalNot",
          "ZerosLike",
          "OnesLike",
          "Shape",
          "ShapeN",
          "Size",
          "Rank",
          "Bucketize",
          "FloorDiv",
          "FloorMod");

  /** Draw numbers. */
  static final Set<String> DRAWS =
      Set.of(
          "RandomUniform",
          "RandomStandardNormal",
          "TruncatedNormal",
          "StatelessRandomUniform",
          "StatelessRandomUniformV2",
          "StatelessRandomNormal",
          "StatelessRandomNormalV2");

  private Operations() {}
}
