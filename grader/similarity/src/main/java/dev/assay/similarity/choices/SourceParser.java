package dev.assay.similarity.choices;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.assay.similarity.answers.ComparedFile;
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

  /** The shape of each file; none where an answer is nested too deeply to be parsed. */
  static List<Shape> parse(List<ComparedFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    try {
      return parsed(files);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The parser may fail on what no person wrote; comments and files are still compared.
      return List.of();
    }
  }

  private static List<Shape> parsed(List<ComparedFile> files) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (ComparedFile file : files) {
      sources.add(new Source(sources.size(), file.text()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, sources);
    List<CompilationUnitTree> trees = new ArrayList<>();
    task.parse().forEach(trees::add);
    DeclaredNames names = DeclaredNames.of(trees);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    return trees.stream().map(tree -> new ShapeReader(tree, positions, names).read()).toList();
  }
}
