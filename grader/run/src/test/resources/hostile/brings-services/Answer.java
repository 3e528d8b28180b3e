import dev.assay.problems.ModelBuilder;
import java.util.ServiceLoader;

@dev.assay.problems.Answers("iris")
public class Answer extends Attack {
  @Override
  void attack() {
    for (ModelBuilder found :
        ServiceLoader.load(ModelBuilder.class, Answer.class.getClassLoader())) {
      escaped("was found as " + found);
    }
    if (Answer.class.getResource("/META-INF/services/dev.assay.problems.ModelBuilder") != null) {
      escaped("found what it brought");
    }
  }
}
