@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replace(
        "\"callbacks\":[",
        "\"callbacks\":[{\"type\":\"CSVLogger\",\"filename\":\"../../../result.json\"},");
  }
}
