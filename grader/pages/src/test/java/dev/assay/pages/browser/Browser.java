package dev.assay.pages.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that reaches no network. */
final class Browser implements AutoCloseable {
  private static final String HOW =
      "there is no Chromium with its driver. Get them with `apt-get install chromium chromium-driver`.";
  private static final int HEIGHT = 900;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts a browser. Where there is none the test is skipped; on a build server, which sets {@code
   * CI}, it fails.
   *
   * @param profile an empty folder
   */
  static Browser start(Path profile) {
    Path program = find("chromium", "chromium-browser", "google-chrome");
    Path service = find("chromedriver");
    boolean found = program != null && service != null;
    if (System.getenv("CI") != null) {
      assertThat(found).as(HOW).isTrue();
    }
    assumeTrue(found, HOW);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Objects.requireNonNull(program).toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile,
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService.Builder driver = new ChromeDriverService.Builder();
    driver.usingDriverExecutable(Objects.requireNonNull(service).toFile());
    driver.withSilent(true);
    return new Browser(new ChromeDriver(driver.build(), options));
  }

  private static @Nullable Path find(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    List<String> folders = List.of(path.split(Pattern.quote(File.pathSeparator)));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  ChromeDriver driver() {
    return driver;
  }

  /**
   * Opens a page.
   *
   * @param width of the window in pixels
   * @param scheme {@code light} or {@code dark}
   */
  void open(Path page, int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    driver.get(page.toUri().toString());
  }

  /** Runs a script in the page, whatever the page's policy is. */
  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** A number of the page's. */
  Number number(String expression) {
    return (Number) Objects.requireNonNull(run("return " + expression), expression);
  }

  /** What the page's console says. */
  List<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What axe finds, a line each. */
  List<?> violations() throws IOException {
    driver.executeScript(axe());
    return (List<?>)
        Objects.requireNonNull(
            driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                    + "axe.run({preload: false}).then(r => done(r.violations.flatMap(v => v.nodes.map("
                    + "n => v.id + ': ' + v.help + ': ' + n.html))), e => done([String(e)]));"));
  }

  private static String axe() throws IOException {
    String file = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The page on paper. */
  byte[] print() {
    Map<String, Object> printed =
        driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true));
    return Base64.getDecoder().decode((String) printed.get("data"));
  }

  /** Writes a picture of the whole page, for people to look at. */
  void picture(Path file) throws IOException {
    Number height = number("document.documentElement.scrollHeight");
    Number width = number("document.documentElement.clientWidth");
    Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    Map<String, Object> taken =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, Base64.getDecoder().decode((String) taken.get("data")));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
