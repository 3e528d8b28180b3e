package dev.assay.pages.answer;

import dev.assay.findings.PageCode;
import dev.assay.pages.PageTexts;
import dev.assay.report.DatasetSummary;
import dev.assay.report.GradeReport;
import dev.assay.report.Isolation;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import dev.assay.report.model.Reload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects how a result was made. */
final class Facts {
  private final PageTexts texts;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(PageTexts texts) {
    this.texts = texts;
  }

  static List<Fact> of(GradeReport report, PageTexts texts) {
    Facts facts = new Facts(texts);
    facts.addAll(report);
    return List.copyOf(facts.facts);
  }

  private void addAll(GradeReport report) {
    Provenance provenance = report.circumstances().provenance();
    add("ORIGIN", report.submission().origin(), false);
    add("DIGEST", report.submission().digest(), true);
    DatasetSummary data = report.dataset();
    if (data != null) {
      add("DATA", data.title() + " (" + data.variant() + ")", false);
    }
    add("PROBLEM_DIGEST", provenance.digests().problem(), true);
    add("DATA_DIGEST", provenance.digests().data(), true);
    add("GRAPH_DIGEST", provenance.digests().graph(), true);
    add("WEIGHTS_DIGEST", provenance.digests().weights(), true);
    add("SEED", String.valueOf(provenance.seed()), false);
    add(
        "OPTIONS",
        provenance.options().entrySet().stream()
            .map(option -> option.getKey() + " = " + option.getValue())
            .collect(Collectors.joining(", ")),
        false);
    Reload reload = report.stages().reload();
    if (reload != null) {
      add(
          "RELOAD",
          texts.number(reload.recorded()) + ", " + texts.number(reload.reloaded()),
          false);
    }
    add(report.circumstances().isolation());
    add("VERSION", provenance.assay(), false);
    add(provenance.platform());
  }

  private void add(@Nullable Isolation isolation) {
    if (isolation != null) {
      add("ISOLATION", isolation.level(), false);
      add("MISSING", String.join(", ", isolation.missing()), false);
    }
  }

  private void add(Platform platform) {
    add(
        "PLATFORM",
        "%s %s, Java %s, %s threads, %s"
            .formatted(
                platform.os(),
                platform.arch(),
                platform.java(),
                platform.threads(),
                platform.mode().name().toLowerCase(java.util.Locale.ROOT)),
        false);
    add("TENSORFLOW", platform.tensorflow(), false);
  }

  private void add(String fact, @Nullable String value, boolean code) {
    if (value != null && !value.isEmpty()) {
      facts.add(new Fact(texts.say(PageCode.PAGE_FACT, "fact", fact), value, code));
    }
  }
}
