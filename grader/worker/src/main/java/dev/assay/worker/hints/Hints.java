package dev.assay.worker.hints;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Calls;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Source;
import dev.assay.worker.hints.source.Values;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * A sentence with the cure for the compile errors that students make, from javac's codes and trees
 * and from what is on the class path. Where no cause is sure there is no hint.
 */
public final class Hints {
  /** The units by address, because javac wraps the files that it is given. */
  private final Map<URI, CompilationUnitTree> units = new HashMap<>();

  private final Map<URI, Source> sources = new HashMap<>();
  private final Trees trees;
  private final List<Family> syntax;
  private final List<Family> meaning;

  private Hints(JavacTask task, List<CompilationUnitTree> parsed, List<String> names) {
    parsed.forEach(unit -> units.put(unit.getSourceFile().toUri(), unit));
    trees = Trees.instance(task);
    Library library = new Library(task.getElements(), task.getTypes(), names);
    Attribution types = new Attribution(trees, library);
    KerasNames keras = KerasNames.load();
    Values values = new Values(library, keras.abbreviations());
    Calls calls = new Calls(library, values);
    syntax =
        List.of(new PythonHints(calls), new BraceHints(), new NewerJavaHints(), new SyntaxHints());
    meaning =
        List.of(
            new DuplicateHints(List.copyOf(parsed)),
            new ContractHints(library, types),
            new ImportHints(library),
            new NameHints(library, calls, keras),
            new MemberHints(library, keras, types),
            new CallHints(library, values, calls, types),
            new PlainHints(library, types),
            new NewerJavaHints());
  }

  /**
   * Prepares hints for the errors of a compilation.
   *
   * @param task whose sources were parsed and analysed
   * @param parsed what it made of them
   * @param files knows the class path
   * @throws IOException when the class path cannot be read
   */
  public static Hints of(JavacTask task, List<CompilationUnitTree> parsed, JavaFileManager files)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("dev.assay.keras", "dev.assay.problems")) {
      files
          .list(StandardLocation.CLASS_PATH, folder, Set.of(JavaFileObject.Kind.CLASS), true)
          .forEach(
              file ->
                  names.add(
                      String.valueOf(files.inferBinaryName(StandardLocation.CLASS_PATH, file))
                          .replace('$', '.')));
    }
    return new Hints(task, parsed, names);
  }

  /**
   * The cure for an error.
   *
   * @param isSyntax whether it was found while parsing, so that nothing is known of the file's
   *     meaning
   * @return empty where the cause is not sure
   */
  public Optional<Sentence> hint(Diagnostic<? extends JavaFileObject> error, boolean isSyntax)
      throws IOException {
    JavaFileObject file = error.getSource();
    CompilationUnitTree unit = file == null ? null : units.get(file.toUri());
    if (unit == null) {
      return Optional.empty();
    }
    Site site = Site.of(error, source(unit), unit, trees.getSourcePositions());
    return (isSyntax ? syntax : meaning)
        .stream().map(family -> family.hint(site)).flatMap(Optional::stream).findFirst();
  }

  private Source source(CompilationUnitTree unit) throws IOException {
    JavaFileObject file = unit.getSourceFile();
    Source source = sources.get(file.toUri());
    if (source == null) {
      source = new Source(file.getCharContent(true).toString());
      sources.put(file.toUri(), source);
    }
    return source;
  }
}
