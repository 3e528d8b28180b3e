@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replace("\"shape\":[4,3]", "\"shape\":[2000000000,2000000000]");
  }
}
