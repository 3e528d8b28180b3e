package dev.assay.batch.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The manifest as values, by an excerpt of Kubernetes' schema; no cluster has run it. */
class KubernetesJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KubernetesOptions OPTIONS =
      new KubernetesOptions(
          "registry.example/assay:1", "runs", Path.of("/runs/exam"), 100, 20, "4Gi", "strict");

  private static JsonSchema schema() throws IOException {
    try (InputStream in = KubernetesJobTest.class.getResourceAsStream("job.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(in));
    }
  }

  private static JsonNode manifest() {
    return JSON.valueToTree(KubernetesJob.of(OPTIONS));
  }

  @Test
  void theManifestIsAsTheSchemaSays() throws IOException {
    assertThat(schema().validate(manifest())).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatKubernetesDoes() throws IOException {
    ObjectNode misspelt = manifest().deepCopy();
    ((ObjectNode) misspelt.get("spec")).put("backOffLimitPerIndex", 3);
    assertThat(schema().validate(misspelt)).isNotEmpty();
    ObjectNode restarting = manifest().deepCopy();
    ((ObjectNode) restarting.at("/spec/template/spec")).put("restartPolicy", "OnFailure");
    assertThat(schema().validate(restarting)).isNotEmpty();
  }

  @Test
  void eachIndexGradesItsShard() {
    assertThat(manifest().at("/spec/completions").asInt()).isEqualTo(100);
    assertThat(manifest().at("/spec/template/spec/containers/0/command/2").asText())
        .isEqualTo(
            "exec assay grade --shard \"$JOB_COMPLETION_INDEX/100\" --out /runs/exam --quiet"
                + " --exit-zero --require-isolation strict");
  }

  @Test
  void theFileIsTheManifestAsYaml() {
    assertThat(Yaml.of(KubernetesJob.of(OPTIONS)))
        .startsWith(
            """
            apiVersion: "batch/v1"
            kind: "Job"
            metadata:
              generateName: "assay-grade-"
              labels:
                app.kubernetes.io/name: "assay"
            spec:
              completionMode: "Indexed"
              completions: 100
            """)
        .contains(
            """
                rules:
                  - action: "FailIndex"
                    onExitCodes:
                      containerName: "assay"
                      operator: "In"
                      values:
                        - 2
                  - action: "Ignore"
            """)
        .contains("- \"exec assay grade --shard \\\"$JOB_COMPLETION_INDEX/100\\\" --out ");
  }
}
