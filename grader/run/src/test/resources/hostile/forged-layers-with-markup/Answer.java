@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  String describe(String json) {
    return json.replaceFirst(
        "\"name\":\"dense\"", "\"name\":\"=cmd|'<script>]]>\\\\u0000\\\\u001b[2J\\\\ud800\"");
  }
}
