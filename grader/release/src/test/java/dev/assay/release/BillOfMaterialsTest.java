package dev.assay.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials against the rules of CycloneDX 1.6 that its parts fall under. */
class BillOfMaterialsTest {
  private static final String UUID_URN =
      "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  @TempDir private Path folder;

  private static JsonNode read(List<Jar> jars) throws IOException {
    return new ObjectMapper().readTree(new BillOfMaterials(Samples.release(jars)).json());
  }

  @Test
  void theDocumentSaysWhatItIsOf() throws IOException {
    JsonNode document = read(Samples.jars(folder));
    assertThat(Yaml.keys(document))
        .containsExactly(
            "bomFormat",
            "specVersion",
            "serialNumber",
            "version",
            "metadata",
            "components",
            "dependencies");
    assertThat(document.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(document.path("specVersion").asText()).isEqualTo("1.6");
    assertThat(document.path("serialNumber").asText()).matches(UUID_URN);
    assertThat(document.at("/metadata/component/name").asText()).isEqualTo("assay");
    assertThat(document.at("/metadata/timestamp").asText()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void everyComponentHasVersionLicenceDigestAndAUniqueName() throws IOException {
    JsonNode document = read(Samples.jars(folder));
    List<String> references = new ArrayList<>();
    for (JsonNode component : document.path("components")) {
      references.add(component.path("bom-ref").asText());
      assertThat(component.path("type").asText()).isEqualTo("library");
      assertThat(component.path("version").asText()).isNotBlank();
      assertThat(component.path("scope").asText()).isIn("required", "optional");
      assertThat(component.at("/hashes/0/alg").asText()).isEqualTo("SHA-256");
      assertThat(component.at("/hashes/0/content").asText()).matches("[0-9a-f]{64}");
      assertThat(component.at("/licenses/0/license/id").asText()).isNotBlank();
      assertThat(component.path("purl").asText()).matches("pkg:(maven|npm)/[\\w./-]+@[\\w.]+.*");
    }
    assertThat(references)
        .doesNotHaveDuplicates()
        .contains(
            "pkg:npm/uplot@1.6.30",
            "pkg:maven/org.tensorflow/tensorflow-core-api@1.1.0?type=jar",
            "pkg:maven/org.tensorflow/tensorflow-core-native@1.1.0?classifier=linux-x86_64&type=jar");
    JsonNode dependency = document.at("/dependencies/0");
    assertThat(dependency.path("ref")).isEqualTo(document.at("/metadata/component/bom-ref"));
    List<String> needed = new ArrayList<>();
    dependency.path("dependsOn").forEach(reference -> needed.add(reference.asText()));
    assertThat(needed).isEqualTo(references);
  }

  @Test
  void theDigestOfAJarIsThatOfTheFileInTheRelease() throws IOException {
    Jar jar = Samples.jars(folder).get(0);
    for (JsonNode component : read(Samples.jars(folder)).path("components")) {
      if (component.path("name").asText().equals(jar.name())) {
        assertThat(component.at("/hashes/0/content").asText())
            .isEqualTo(Checksums.of(jar.bytes(Samples.TIME)));
        return;
      }
    }
    throw new AssertionError(jar.name() + " is missing");
  }

  @Test
  void anotherJarMakesAnotherDocument() throws IOException {
    JsonNode before = read(Samples.jars(folder));
    List<Jar> jars = Samples.jars(folder);
    jars.add(Samples.jar(folder, "info.picocli", "picocli", "4.7.7", Map.of("a", "b")));
    assertThat(read(jars).path("serialNumber")).isNotEqualTo(before.path("serialNumber"));
  }

  @Test
  void aDependencyWhoseLicenceNobodyLookedUpFailsTheBuild() throws IOException {
    List<Jar> jars = Samples.jars(folder);
    jars.add(Samples.jar(folder, "org.unknown", "thing", "1", Map.of("a", "b")));
    assertThatThrownBy(() -> read(jars))
        .hasMessage("the licence of a group must be known. Received: org.unknown");
  }

  @Test
  void digestsOfAnotherTensorFlowFailTheBuild() throws IOException {
    List<Jar> jars = Samples.jars(folder);
    jars.remove(2);
    jars.add(
        Samples.jar(folder, "org.tensorflow", "tensorflow-core-api", "1.2.0", Map.of("a", "b")));
    assertThatThrownBy(() -> read(jars)).hasMessageContaining("is for another TensorFlow Java");
  }
}
