import java.util.Locale;
import java.util.TimeZone;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    System.setOut(null);
    System.setErr(null);
    System.setIn(null);
    Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
    TimeZone.setDefault(null);
    System.setProperty("line.separator", "\u001b");
    System.setProperties(null);
    Thread.currentThread().setContextClassLoader(null);
  }
}
