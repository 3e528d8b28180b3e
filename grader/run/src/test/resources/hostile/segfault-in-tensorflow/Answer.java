@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    org.tensorflow.internal.c_api.global.tensorflow.TF_NumDims(
        new org.tensorflow.internal.c_api.TF_Tensor((org.bytedeco.javacpp.Pointer) null));
  }
}
