import java.util.Set;
import java.util.TreeSet;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Set<String> told = new TreeSet<>(System.getenv().keySet());
    told.removeAll(
        Set.of(
            "LANG",
            "HOME",
            "PWD",
            "TF_CPP_MIN_LOG_LEVEL",
            "MALLOC_ARENA_MAX",
            "TMP",
            "TEMP",
            "TMPDIR"));
    told.removeAll(Set.of("SystemRoot", "__CF_USER_TEXT_ENCODING", "LC_CTYPE"));
    if (!told.isEmpty()) {
      escaped("told " + told);
    }
  }
}
