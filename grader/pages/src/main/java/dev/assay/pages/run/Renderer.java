package dev.assay.pages.run;

import dev.assay.pages.PageFrame;
import dev.assay.pages.answer.AnswerPage;
import dev.assay.pages.classroom.ClassPage;
import gg.jte.generated.precompiled.JteanswerGenerated;
import gg.jte.generated.precompiled.JteclassroomGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Fills the templates. */
final class Renderer {
  private Renderer() {}

  /** Returns the page of an answer as HTML. */
  static String render(PageFrame frame, AnswerPage page) {
    StringOutput html = new StringOutput();
    JteanswerGenerated.render(new OwaspHtmlTemplateOutput(html), null, frame, page);
    return html.toString();
  }

  /** Returns the page of a class as HTML. */
  static String render(PageFrame frame, ClassPage page) {
    StringOutput html = new StringOutput();
    JteclassroomGenerated.render(new OwaspHtmlTemplateOutput(html), null, frame, page);
    return html.toString();
  }
}
