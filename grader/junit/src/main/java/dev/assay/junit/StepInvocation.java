package dev.assay.junit;

import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One step of a grading as an invocation of a test method, whose body is left to the last one. */
final class StepInvocation
    implements TestTemplateInvocationContext,
        BeforeTestExecutionCallback,
        ParameterResolver,
        InvocationInterceptor {
  private final SubmissionProgress submission;
  private final AnswerStep step;
  private final String name;
  private final Catalogue texts;

  StepInvocation(SubmissionProgress submission, AnswerStep step, String name, Catalogue texts) {
    this.submission = submission;
    this.step = step;
    this.name = name;
    this.texts = texts;
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) throws InterruptedException {
    new StepTest(submission.first(), step, texts).run();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GradeReport.class;
  }

  /** Nothing is passed to an invocation that does not reach the body. */
  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!isLast()) {
      return null;
    }
    try {
      return submission.first().result().report();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    } catch (ExecutionException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    if (isLast()) {
      invocation.proceed();
    } else {
      invocation.skip();
    }
  }

  private boolean isLast() {
    return step == AnswerStep.REACHES_THRESHOLD;
  }
}
