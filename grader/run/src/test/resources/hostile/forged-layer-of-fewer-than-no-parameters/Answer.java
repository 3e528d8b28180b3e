@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replace("\"parameters\":15", "\"parameters\":-9");
  }
}
