// \u000a @dev.assay.problems.Answers("iris") class Hidden { int x = "\u001b[31mred\u0007\ud800"; }
class A { int @CONTROLS@ = "@CONTROLS@"; }
::error file=a,line=1::owned
##[error]owned
##vso[task.setvariable variable=x]y
