package dev.assay.training.plots;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Lines over a number, drawn as an SVG file: with a title and a description for those who cannot
 * see it, the reader's own fonts, and colours for light and dark pages. Lines also differ in their
 * dashes.
 *
 * @param lines at most as many as there are styles
 */
record LinePlot(String title, String description, Axis x, Axis y, List<Line> lines) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 64;
  private static final int RIGHT = 444;
  private static final int TOP = 48;
  private static final int BOTTOM = 264;
  private static final int LEGEND = RIGHT + 20;
  private static final int SAMPLE = 28;

  @SuppressWarnings("InlineFormatString") // a page of text amid code would be in the way
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="title desc">
        <title id="title">%3$s</title>
        <desc id="desc">%4$s</desc>
        <style>
          text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; font-size: 13px; fill: #1f2328; }
          .page { fill: #ffffff; stroke: #d0d7de; }
          .heading { font-size: 15px; font-weight: 600; }
          .middle { text-anchor: middle; }
          .end { text-anchor: end; }
          .grid { stroke: #d8dee4; stroke-width: 1; }
          .axis { stroke: #57606a; stroke-width: 1.25; }
          .line { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
          .first { stroke: #0969da; }
          .second { stroke: #bc4c00; stroke-dasharray: 8 4; }
          .third { stroke: #1a7f37; stroke-dasharray: 2 4; stroke-linecap: round; }
          .mark { stroke: #57606a; stroke-width: 1.25; stroke-dasharray: 4 3; }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; }
            .page { fill: #0d1117; stroke: #30363d; }
            .grid { stroke: #262c36; }
            .axis, .mark { stroke: #9da7b3; }
            .first { stroke: #58a6ff; }
            .second { stroke: #f0883e; }
            .third { stroke: #3fb950; }
          }
        </style>
        <clipPath id="area"><rect x="%5$d" y="%6$d" width="%7$d" height="%8$d"/></clipPath>
        <rect class="page" x="0.5" y="0.5" width="%9$d" height="%10$d" rx="6"/>
      """;

  /**
   * An axis.
   *
   * @param step between two ticks, of which one is at {@code from}
   */
  record Axis(String label, double from, double to, double step) {
    private double share(double value) {
      return (value - from) / (to - from);
    }

    private List<Double> ticks() {
      return IntStream.rangeClosed(0, (int) Math.round((to - from) / step))
          .mapToObj(i -> from + i * step)
          .toList();
    }
  }

  /** The looks of a line. */
  enum Style {
    FIRST,
    SECOND,
    THIRD,
    /** A place, such as the best epoch. */
    MARK;

    private String classes() {
      return "line " + name().toLowerCase(Locale.ROOT);
    }
  }

  /** A point; one whose y is NaN ends a stretch of the line. */
  record Point(double x, double y) {}

  /** A line, and what the legend calls it. */
  record Line(String label, Style style, List<Point> points) {}

  /** The file's text. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            HEAD,
            WIDTH,
            HEIGHT,
            escape(title),
            escape(description),
            LEFT,
            TOP - 2,
            RIGHT - LEFT,
            BOTTOM - TOP + 4,
            WIDTH - 1,
            HEIGHT - 1));
    text(svg, "heading", LEFT, 28, title);
    axes(svg);
    svg.append("  <g clip-path=\"url(#area)\">\n");
    lines.forEach(
        line ->
            svg.append(
                "    <path class=\"%s\" d=\"%s\"/>\n"
                    .formatted(line.style().classes(), path(line.points()))));
    svg.append("  </g>\n");
    for (int i = 0; i < lines.size(); i++) {
      int height = TOP + 16 + i * 26;
      straight(svg, lines.get(i).style().classes(), LEGEND, height, LEGEND + SAMPLE, height);
      text(svg, "legend", LEGEND + SAMPLE + 8, height + 4.5, lines.get(i).label());
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes(StringBuilder svg) {
    for (double tick : x.ticks()) {
      straight(svg, tick == 0 ? "axis" : "grid", across(tick), TOP, across(tick), BOTTOM);
      text(svg, "middle", across(tick), BOTTOM + 18, number(tick));
    }
    for (double tick : y.ticks()) {
      straight(svg, tick == 0 ? "axis" : "grid", LEFT, up(tick), RIGHT, up(tick));
      text(svg, "end", LEFT - 8, up(tick) + 4.5, number(tick));
    }
    text(svg, "middle", (LEFT + RIGHT) / 2.0, BOTTOM + 40, x.label());
    svg.append(
        "  <text class=\"middle\" transform=\"translate(20 %s) rotate(-90)\">%s</text>\n"
            .formatted(number((TOP + BOTTOM) / 2.0), escape(y.label())));
  }

  private double across(double value) {
    return LEFT + x.share(value) * (RIGHT - LEFT);
  }

  private double up(double value) {
    return BOTTOM - y.share(value) * (BOTTOM - TOP);
  }

  private String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    char command = 'M';
    for (Point point : points) {
      if (Double.isNaN(point.y())) {
        command = 'M';
      } else {
        path.append(command).append(number(across(point.x())));
        path.append(' ').append(number(up(point.y())));
        command = 'L';
      }
    }
    return path.toString();
  }

  private static void straight(
      StringBuilder svg, String classes, double x1, double y1, double x2, double y2) {
    svg.append(
        "  <line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(classes, number(x1), number(y1), number(x2), number(y2)));
  }

  private static void text(
      StringBuilder svg, String classes, double left, double baseline, String text) {
    svg.append(
        "  <text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(classes, number(left), number(baseline), escape(text)));
  }

  /** With two digits at most, which are the same on every platform. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
