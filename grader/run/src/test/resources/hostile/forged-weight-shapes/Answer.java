@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replace("\"shape\":[4,3]", "\"shape\":[4,4]");
  }
}
