package dev.assay.release;

import java.util.Map;

/** The licences of what a release contains, by SPDX identifier. */
final class Licences {
  /** By group of a Maven repository; of a choice the one that is taken. */
  private static final Map<String, String> OF_GROUP =
      Map.ofEntries(
          Map.entry("dev.assay", "Apache-2.0"),
          Map.entry("com.fasterxml.jackson.core", "Apache-2.0"),
          Map.entry("com.google.protobuf", "BSD-3-Clause"),
          Map.entry("commons-codec", "Apache-2.0"),
          Map.entry("commons-io", "Apache-2.0"),
          Map.entry("gg.jte", "Apache-2.0"),
          Map.entry("info.picocli", "Apache-2.0"),
          Map.entry("org.apache.commons", "Apache-2.0"),
          Map.entry("org.bytedeco", "Apache-2.0"),
          Map.entry("org.jspecify", "Apache-2.0"),
          Map.entry("org.tensorflow", "Apache-2.0"));

  private Licences() {}

  /**
   * Returns the licence of a group's jars.
   *
   * @throws IllegalArgumentException if it is not known yet: whoever adds a dependency adds it here
   */
  static String of(String group) {
    String licence = OF_GROUP.get(group);
    if (licence == null) {
      throw new IllegalArgumentException(
          "the licence of a group must be known. Received: " + group);
    }
    return licence;
  }
}
