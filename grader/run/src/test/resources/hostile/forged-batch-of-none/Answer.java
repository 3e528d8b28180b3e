@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replace("\"batchSize\":16", "\"batchSize\":0");
  }
}
