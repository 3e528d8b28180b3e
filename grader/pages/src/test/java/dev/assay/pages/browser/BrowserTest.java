package dev.assay.pages.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.pages.PageTexts;
import dev.assay.pages.SampleAnswers;
import dev.assay.pages.SampleClass;
import dev.assay.pages.SampleExam;
import dev.assay.pages.run.RunPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Opens the pages as people do. Pictures of them are in {@code target/pictures}. */
class BrowserTest {
  private static final Path PICTURES = Path.of("target/pictures");
  private static final int DESK = 1280;
  private static final int PHONE = 390;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @BeforeAll
  static void writePagesAndStart() throws IOException {
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
    SampleClass.write(SampleClass.small(), folder.resolve("en"), Catalogue.english());
    SampleClass.write(SampleClass.small(), folder.resolve("ko"), Catalogue.korean());
    SampleExam.write(folder.resolve("en/exam.html"), Catalogue.english());
    SampleExam.write(folder.resolve("ko/exam.html"), Catalogue.korean());
  }

  @AfterAll
  static void stop() {
    // Where there is no browser, none was started.
    Optional.ofNullable(browser).ifPresent(Browser::close);
  }

  private Path page(String language, String... names) {
    Path page = folder.resolve(language);
    for (String name : names) {
      page = page.resolve(name);
    }
    return page.resolve("index.html");
  }

  private List<Path> pages(String language) {
    return List.of(
        page(language),
        page(language, "anna", "mnist"),
        page(language, "zoe-2", "basic-regression"),
        page(language, "hostile", "mnist"),
        folder.resolve(language).resolve("exam.html"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, light, 1280", "en, dark, 1280", "en, light, 390", "en, dark, 390",
    "ko, light, 1280", "ko, dark, 1280", "ko, light, 390", "ko, dark, 390",
  })
  void everyPageOpensFitsAndCanBeReadByAll(String language, String scheme, int width)
      throws IOException {
    int number = 0;
    for (Path page : pages(language)) {
      browser.open(page, width, scheme);
      assertThat(browser.messages()).as("console of %s", page).isEmpty();
      browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(browser.violations()).as("axe on %s", page).isEmpty();
      assertThat(browser.number("document.documentElement.scrollWidth"))
          .as("width of %s", page)
          .isEqualTo((long) width);
      browser.messages();
      browser.picture(
          PICTURES.resolve("%s-%s-%s-%s.png".formatted(language, scheme, width, number++)));
    }
  }

  private List<String> students() {
    return browser.driver().findElements(By.cssSelector("#roster tbody tr")).stream()
        .filter(WebElement::isDisplayed)
        .map(row -> row.findElement(By.tagName("th")).getText().lines().findFirst().orElse(""))
        .toList();
  }

  private WebElement heading(int column) {
    return browser.driver().findElements(By.cssSelector("#roster thead th")).get(column);
  }

  @Test
  void theTableSortsByPointerAndByKeyboard() {
    browser.open(page("en"), DESK, "light");
    List<String> before = students();
    assertThat(before).hasSize(7);
    int total = browser.driver().findElements(By.cssSelector("#roster thead th")).size() - 2;
    heading(total).findElement(By.tagName("button")).click();
    assertThat(heading(total).getAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(students()).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
    heading(total).findElement(By.tagName("button")).sendKeys(Keys.ENTER);
    assertThat(heading(total).getAttribute("aria-sort")).isEqualTo("descending");
    assertThat(students().get(0)).isEqualTo("Anna Müller");
    heading(0).findElement(By.tagName("button")).click();
    assertThat(heading(total).getAttribute("aria-sort")).isNull();
    assertThat(students()).containsSubsequence("Anna Müller", "Ben", "Erik", "Jana Novák", "zoe");
  }

  @Test
  void theTableFiltersByNameAndByVerdict() {
    browser.open(page("ko"), DESK, "light");
    browser.driver().findElement(By.id("find")).sendKeys("민준");
    assertThat(students()).containsExactly("김민준");
    assertThat(browser.driver().findElement(By.id("shown")).getText()).contains("7", "1");
    browser.driver().findElement(By.id("find")).sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE);
    assertThat(students()).hasSize(7);
    Select verdict = new Select(browser.driver().findElement(By.id("choose")));
    verdict.selectByValue("NOTHING");
    assertThat(students()).containsExactly("Jana Novák");
    verdict.selectByValue("FAILED");
    assertThat(students()).containsExactlyInAnyOrder("Ben", "김민준");
  }

  private void awaitText(By where, String text) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
        .withMessage("no " + text)
        .until(driver -> driver.findElement(where).getText().contains(text));
  }

  @Test
  void curvesTellTheirValuesToPointerAndKeyboard() {
    browser.open(page("en", "anna", "mnist"), DESK, "light");
    WebElement plot = browser.driver().findElement(By.cssSelector("figure.chart .plot"));
    By readout = By.cssSelector("figure.chart .readout");
    new Actions(browser.driver()).moveToElement(plot, 40, 0).perform();
    awaitText(readout, "Loss (Validation)");
    plot.sendKeys(Keys.HOME);
    awaitText(readout, "Epoch 1 ");
    plot.sendKeys(Keys.ARROW_RIGHT);
    awaitText(readout, "Epoch 2 ");
    assertThat(plot.getAttribute("aria-label")).contains("The best epoch is 26");
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void linksLeadFromTheClassToAnAnswerAndBack() {
    browser.open(page("en"), DESK, "light");
    browser.driver().findElement(By.cssSelector("a[href='./anna/mnist/index.html']")).click();
    assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("anna");
    browser.driver().findElement(By.cssSelector("header nav a")).click();
    assertThat(students()).hasSize(7);
  }

  @Test
  void everyPageIsPrintedWithWhatIsFolded() {
    for (Path page : pages("en")) {
      browser.open(page, DESK, "dark");
      assertThat(new String(browser.print(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
      assertThat(browser.run("return document.querySelectorAll('details[open]').length"))
          .isEqualTo(0L);
    }
    browser.open(page("en", "anna", "mnist"), DESK, "light");
    browser.run("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.run("return document.querySelectorAll('details:not([open])').length"))
        .isEqualTo(0L);
  }

  @Test
  void whatStudentsWriteStaysTextAndNoForeignScriptRuns() {
    for (String language : List.of("en", "ko")) {
      for (Path page : pages(language)) {
        browser.open(page, PHONE, "light");
        assertThat(browser.run("return window.harmed === undefined")).isEqualTo(true);
        assertThat(
                browser.run(
                    "return document.images.length === 0 || document.images[0].src.slice(0, 5)"))
            .isIn(true, "data:");
      }
    }
    browser.open(page("en"), DESK, "light");
    assertThat(browser.driver().findElement(By.id("roster")).getText())
        .contains(SampleAnswers.HOSTILE);
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.harmed = 1';"
            + "document.body.append(s);"
            + "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.harmed=1\">')");
    assertThat(browser.run("return window.harmed === undefined")).isEqualTo(true);
    assertThat(browser.messages()).isNotEmpty();
  }

  @Test
  void aSinglePageRunsTheScriptThatItContains() throws IOException {
    Path single = folder.resolve("single");
    Files.createDirectories(single.resolve("anna/mnist"));
    Path page =
        new RunPages(single, "run", new PageTexts(Catalogue.english()), false, "0.1.0")
            .write(SampleAnswers.digits("anna", 390, 40));
    browser.open(page, DESK, "light");
    assertThat(browser.messages()).isEmpty();
    assertThat(browser.driver().findElements(By.cssSelector(".plot canvas"))).hasSize(3);
    assertThat(browser.driver().findElement(By.id("verdict")).getCssValue("border-radius"))
        .isNotEqualTo("0px");
  }
}
