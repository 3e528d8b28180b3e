package dev.assay.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A child process's measurements of its own sandbox, made before it reads its job, so that no
 * candidate code can falsify them.
 *
 * @param namespaces the kernel's names of its namespaces by kind, as {@code net ->
 *     net:[4026531840]}; empty where the system has none
 * @param status lines of {@code /proc/self/status} on privileges, by key; empty likewise
 * @param limits of its resources by the kernel's name, as {@code Max data size -> 1073741824}; one
 *     that is unlimited is missing
 * @param reach what it can get at
 */
public record Surroundings(
    Map<String, String> namespaces,
    Map<String, String> status,
    Map<String, Long> limits,
    Reach reach) {

  /**
   * The resources that a process can reach.
   *
   * @param files those of the grader's files that it was told to look for and sees, as URIs
   * @param writable folders in which it could create a file
   * @param interfaces network interfaces; null where they cannot be listed
   * @param processes how many processes it sees; null likewise
   * @param terminal whether it can open the controlling terminal
   * @param environment names of its environment variables
   */
  public record Reach(
      List<String> files,
      List<String> writable,
      @Nullable List<String> interfaces,
      @Nullable Integer processes,
      boolean terminal,
      List<String> environment) {}
}
