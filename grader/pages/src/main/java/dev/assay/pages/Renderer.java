package dev.assay.pages;

import dev.assay.pages.answer.AnswerPage;
import gg.jte.generated.precompiled.JteanswerGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Fills the templates. */
public final class Renderer {
  private Renderer() {}

  /** Returns the page of an answer as HTML. */
  public static String render(PageFrame frame, AnswerPage page) {
    StringOutput html = new StringOutput();
    JteanswerGenerated.render(new OwaspHtmlTemplateOutput(html), null, frame, page);
    return html.toString();
  }
}
