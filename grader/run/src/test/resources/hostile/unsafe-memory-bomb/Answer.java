import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      Method allocate = type.getMethod("allocateMemory", long.class);
      for (int i = 0; i < 64; i++) {
        allocate.invoke(field.get(null), 64L << 20);
      }
    } catch (InvocationTargetException e) {
      throw (Error) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return model(spec);
  }
}
