package dev.assay.junit;

import dev.assay.findings.Catalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the tests of a method with {@link GradedProblem}. */
final class GradedProblemExtension implements TestTemplateInvocationContextProvider {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(GradedProblemExtension.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return annotation(context).isPresent();
  }

  private static Optional<GradedProblem> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), GradedProblem.class);
  }

  /** The batch ends with the method, whose store closes it. */
  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Catalogue texts = TestLanguage.current();
    AnswerBatch batch = AnswerBatch.start(request(annotation(context).orElseThrow(), texts));
    context.getStore(NAMESPACE).put(AnswerBatch.class, batch);
    List<String> ids = batch.progress().ids();
    return ids.stream()
        .flatMap(id -> steps(batch.progress().of(id), ids.size() == 1 ? "" : id + " / ", texts));
  }

  private static GradingRequest request(GradedProblem problem, Catalogue texts) {
    return new GradingRequest(
        List.of(Path.of(problem.answer())),
        List.of(problem.value()),
        problem.data(),
        1,
        null,
        texts);
  }

  /**
   * The invocations for one submission.
   *
   * @param start of their names
   */
  private static Stream<TestTemplateInvocationContext> steps(
      SubmissionProgress submission, String start, Catalogue texts) {
    return Arrays.stream(AnswerStep.values())
        .map(step -> new StepInvocation(submission, step, start + step.title(texts), texts));
  }
}
