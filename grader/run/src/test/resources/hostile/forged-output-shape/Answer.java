@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replaceFirst(
        "\"output\":\\{\"type\":\"FLOAT32\",\"shape\":\\[3\\]",
        "\"output\":{\"type\":\"FLOAT32\",\"shape\":[4]");
  }
}
