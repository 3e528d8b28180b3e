@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replace(
        "\"layers\":[{\"name\":\"dense\"", "\"layers\":[{\"name\":\"" + "=".repeat(100_000) + "\"");
  }
}
