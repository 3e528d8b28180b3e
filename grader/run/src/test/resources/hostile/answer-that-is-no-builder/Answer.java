@dev.assay.problems.Answers("iris")
class Answer {}
