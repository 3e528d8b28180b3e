@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replaceFirst(
        "\"spec\":\\{\"type\":\"FLOAT32\",\"shape\":\\[3\\]",
        "\"spec\":{\"type\":\"FLOAT32\",\"shape\":[4]");
  }
}
