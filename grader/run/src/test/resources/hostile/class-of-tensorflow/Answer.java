@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    new org.tensorflow.exceptions.TensorFlowException("mine").printStackTrace();
  }
}
