package dev.assay.similarity.choices;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.assay.similarity.answers.ComparedAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Parses sources with the parser of javac. Nothing is resolved, compiled or run: sources with
 * errors are read as far as the parser understands them.
 */
final class SourceParser {
  private SourceParser() {}

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int number, String text) {
      super(URI.create("string:///" + number + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /**
   * The shapes of the files of several answers, in their order; none for an answer that is nested
   * too deeply to be parsed. They share a parser, which takes longer to make than to use.
   */
  static List<List<Shape>> parse(List<ComparedAnswer> answers) {
    try {
      return parsed(answers);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The parser may fail on what no person wrote; comments and files are still compared.
      return answers.size() == 1
          ? List.of(List.of())
          : answers.stream().map(answer -> parse(List.of(answer)).get(0)).toList();
    }
  }

  private static List<List<Shape>> parsed(List<ComparedAnswer> answers) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (ComparedAnswer answer : answers) {
      answer.files().forEach(file -> sources.add(new Source(sources.size(), file.text())));
    }
    if (sources.isEmpty()) {
      return answers.stream().map(answer -> List.<Shape>of()).toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, sources);
    List<CompilationUnitTree> trees = new ArrayList<>();
    task.parse().forEach(trees::add);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<List<Shape>> shapes = new ArrayList<>();
    int next = 0;
    for (ComparedAnswer answer : answers) {
      List<CompilationUnitTree> own = trees.subList(next, next + answer.files().size());
      next += own.size();
      DeclaredNames names = DeclaredNames.of(own);
      shapes.add(own.stream().map(tree -> new ShapeReader(tree, positions, names).read()).toList());
    }
    return shapes;
  }
}
