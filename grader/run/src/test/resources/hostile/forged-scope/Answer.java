@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replaceFirst("\"scope\":\"\\w+\"", "\"scope\":\"elsewhere\"");
  }
}
