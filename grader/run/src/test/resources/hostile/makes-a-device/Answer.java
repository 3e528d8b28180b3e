import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final int MKNOD = 133;

  /** A device for characters that its owner may read: number 1, 1 is the machine's memory. */
  private static final long CHARACTERS = 0020400;

  private static final long MEMORY = 0x101;

  @Override
  void attack() throws Exception {
    Native.load();
    for (String folder : List.of(".", "/tmp", "/dev", "/dev/shm", "/out", "/in")) {
      try {
        Native.kernel(
            "a device in " + folder,
            MKNOD,
            Native.address(folder + "/hostile-device"),
            CHARACTERS,
            MEMORY);
      } catch (IllegalStateException e) {
        System.err.println(e.getMessage());
        continue;
      }
      new java.io.File(folder, "hostile-device").delete();
      escaped("made a device in " + folder);
    }
  }
}
