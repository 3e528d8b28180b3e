package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** grader/docs/architecture.md draws the modules as they are, and names classes that exist. */
class ArchitecturePageTest {
  private static final Path HOME = Path.of(System.getProperty("assay.home"));
  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>assay-([a-z-]+)</artifactId>");
  private static final Pattern NODE = Pattern.compile("(?m)^  (\\w+)\\[\"([^\"]+)\"\\]$");
  private static final Pattern ARROW = Pattern.compile("(?m)^  (\\w+) (--|-\\.-)> (\\w+)$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?`");

  private final String page;

  ArchitecturePageTest() throws IOException {
    page = Files.readString(HOME.resolve("grader/docs/architecture.md")).replace("\r\n", "\n");
  }

  @Test
  void theDrawingShowsTheModulesOfTheBuildAndTheirDependencies() throws IOException {
    Map<String, String> nodes =
        NODE.matcher(page).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    Set<String> arrows =
        ARROW
            .matcher(page)
            .results()
            .filter(m -> nodes.containsKey(m.group(1)) && nodes.containsKey(m.group(3)))
            .map(m -> nodes.get(m.group(1)) + " " + m.group(2) + "> " + nodes.get(m.group(3)))
            .collect(Collectors.toSet());

    Map<String, String> modules = modules();
    assertThat(nodes.values()).containsExactlyInAnyOrderElementsOf(shown(modules.values()));
    assertThat(arrows).isEqualTo(dependencies(modules));
  }

  @Test
  void theTableNamesTheModulesOfTheBuild() throws IOException {
    assertThat(shown(modules().values()))
        .allSatisfy(module -> assertThat(page).contains("| [" + module + "]("));
  }

  @Test
  void everyClassThatThePageNamesExists() throws IOException {
    Set<String> named =
        CLASS.matcher(page).results().map(m -> m.group(1)).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(70);
    assertThat(sources()).containsAll(named);
  }

  /** The folders of the modules by the ends of their artifacts' ids. */
  private static Map<String, String> modules() throws IOException {
    Map<String, String> modules = new HashMap<>();
    String build = Files.readString(HOME.resolve("pom.xml"));
    for (MatchResult module : MODULE.matcher(build.split("<profiles>", 2)[0]).results().toList()) {
      modules.put(artifact(pom(module.group(1)).split("</parent>", 2)[1]), module.group(1));
    }
    return modules;
  }

  private static String artifact(String text) {
    return ARTIFACT.matcher(text).results().findFirst().map(m -> m.group(1)).orElse("");
  }

  private static String pom(String module) throws IOException {
    return Files.readString(HOME.resolve(module).resolve("pom.xml"));
  }

  private static Set<String> dependencies(Map<String, String> modules) throws IOException {
    Function<String, String> shown = module -> shown(Set.of(module)).iterator().next();
    Set<String> arrows = new TreeSet<>();
    for (String module : modules.values()) {
      for (MatchResult dependency : DEPENDENCY.matcher(pom(module)).results().toList()) {
        String used = modules.get(artifact(dependency.group(1)));
        if (used != null && !dependency.group(1).contains("<scope>test</scope>")) {
          boolean runtime = dependency.group(1).contains("<scope>runtime</scope>");
          arrows.add(shown.apply(module) + (runtime ? " -.-> " : " --> ") + shown.apply(used));
        }
      }
    }
    return arrows;
  }

  /** The problems are one node. */
  private static Set<String> shown(Iterable<String> modules) {
    Set<String> shown = new TreeSet<>();
    modules.forEach(
        module ->
            shown.add(
                module.startsWith("problems") && !module.equals("problems/api")
                    ? "problems/*"
                    : module));
    return shown;
  }

  /** The names of the files of all classes of the build, tests included. */
  private static Set<String> sources() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module : modules().values()) {
      Path folder = HOME.resolve(module).resolve("src");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".java"))
              .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
        }
      }
    }
    return names;
  }
}
