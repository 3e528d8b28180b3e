package dev.assay.release;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bill of materials of a release: each jar in it with version, licence and digest, the script
 * that pages contain, and the native libraries that are fetched later.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
final class BillOfMaterials {
  private static final String NATIVES = "dev/assay/run/natives/natives.properties";
  private static final String PLOTS = "dev/assay/pages/assets/uPlot.iife.min.js";
  private static final Pattern PLOTS_VERSION = Pattern.compile("uPlot \\(v([0-9.]+)\\)");

  private final Release release;
  private final ObjectMapper mapper = new ObjectMapper();
  private final ArrayNode components = mapper.createArrayNode();
  private final ArrayNode references = mapper.createArrayNode();

  BillOfMaterials(Release release) {
    this.release = release;
  }

  /** Returns the document, the same bytes for the same release. */
  byte[] json() throws IOException {
    for (Jar jar : release.jars()) {
      add(jar);
    }
    addPlots();
    addNatives();
    String root = maven("dev.assay", "assay", release.version());
    ObjectNode document = mapper.createObjectNode();
    document.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
    document.put("serialNumber", "urn:uuid:" + uuid()).put("version", 1);
    ObjectNode metadata = document.putObject("metadata");
    metadata.put("timestamp", release.time().toString());
    ObjectNode assay = metadata.putObject("component");
    assay.put("type", "application").put("bom-ref", root).put("group", "dev.assay");
    assay.put("name", "assay").put("version", release.version());
    license(assay, "Apache-2.0");
    assay.put("purl", root);
    document.set("components", components);
    ObjectNode dependency = document.putArray("dependencies").addObject();
    dependency.put("ref", root).set("dependsOn", references);
    return written(document);
  }

  private byte[] written(ObjectNode document) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    String text = mapper.writer(printer).writeValueAsString(document) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Names the document by what it lists. */
  private UUID uuid() {
    return UUID.nameUUIDFromBytes(components.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String maven(String group, String name, String version) {
    return "pkg:maven/%s/%s@%s".formatted(group, name, version);
  }

  private ObjectNode component(String group, String name, String version, String purl) {
    ObjectNode component = components.addObject();
    component.put("type", "library").put("bom-ref", purl);
    if (!group.isEmpty()) {
      component.put("group", group);
    }
    component.put("name", name).put("version", version);
    references.add(purl);
    return component;
  }

  private static void hash(ObjectNode component, String sha256) {
    component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256);
  }

  private static void license(ObjectNode component, String id) {
    component.putArray("licenses").addObject().putObject("license").put("id", id);
  }

  private void add(Jar jar) throws IOException {
    String purl = maven(jar.group(), jar.name(), jar.version()) + "?type=jar";
    ObjectNode component = component(jar.group(), jar.name(), jar.version(), purl);
    component.put("scope", "required");
    hash(component, Checksums.of(jar.bytes(release.time())));
    license(component, Licences.of(jar.group()));
    component.put("purl", purl);
  }

  /** The script that draws curves is a part of the jar with the pages. */
  private void addPlots() throws IOException {
    String script = release.jar("assay-pages").text(PLOTS);
    Matcher version = PLOTS_VERSION.matcher(script);
    if (!version.find()) {
      throw new IOException("the version of uPlot is not in " + PLOTS);
    }
    String purl = "pkg:npm/uplot@" + version.group(1);
    ObjectNode component = component("", "uplot", version.group(1), purl);
    component.put("scope", "required");
    hash(component, Checksums.of(script.getBytes(StandardCharsets.UTF_8)));
    license(component, "MIT");
    component.put("purl", purl);
  }

  private void addNatives() throws IOException {
    Properties natives = new Properties();
    natives.load(new StringReader(release.jar("assay-run").text(NATIVES)));
    String version = natives.getProperty("version", "");
    if (!version.equals(release.jar("tensorflow-core-api").version())) {
      throw new IOException("natives.properties is for another TensorFlow Java: " + version);
    }
    List<String> digests =
        new TreeSet<>(natives.stringPropertyNames())
            .stream().filter(key -> key.endsWith(".sha256")).toList();
    for (String key : digests) {
      String platform = key.substring(0, key.indexOf('.'));
      String name = "tensorflow-core-native";
      String purl =
          maven("org.tensorflow", name, version) + "?classifier=" + platform + "&type=jar";
      ObjectNode component = component("org.tensorflow", name, version, purl);
      component.put("description", "Native library for " + platform + ", fetched by assay setup");
      component.put("scope", "optional");
      hash(component, natives.getProperty(key));
      license(component, "Apache-2.0");
      component.put("purl", purl);
    }
  }
}
