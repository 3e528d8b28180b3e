// @CONTROLS@
@dev.assay.problems.Answers("iris")
class Answer {
  int first = "@CONTROLS@";
  int second = "\u001b[31mred\u0007\ud800"; // @CONTROLS@
}
