package dev.assay.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.assay.keras.losses.CategoricalCrossentropy;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.metrics.Accuracy;
import dev.assay.keras.metrics.CategoricalAccuracy;
import dev.assay.keras.metrics.F1Score;
import dev.assay.keras.metrics.MeanIoU;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the parts, and what none of them may do. */
class ArchitectureTest {
  private static final JavaClasses ASSAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay");

  private static final String[] JDK = {"java..", "javax..", "com.sun.source..", "org.jspecify.."};
  private static final String CSV = "org.apache.commons.csv..";
  private static final String COMPRESS = "org.apache.commons.compress..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String[] TENSORFLOW = {"org.tensorflow..", "org.bytedeco..", "com.google.."};

  /** TensorFlow's messages, such as GraphDef: plain Java, which needs no natives. */
  private static final String[] PROTOS = {"org.tensorflow.proto..", "com.google.."};

  private static final String COMMONS = "dev.assay.commons..";
  private static final String FINDINGS = "dev.assay.findings..";
  private static final String DATASETS = "dev.assay.datasets..";
  private static final String KERAS = "dev.assay.keras..";
  private static final String TRAINING = "dev.assay.training..";
  private static final String PROBLEMS_API = "dev.assay.problems";
  private static final String PROGRAMS = "dev.assay.programs..";
  private static final String PROTOCOL = "dev.assay.protocol..";
  private static final String DIAGNOSIS = "dev.assay.diagnosis..";
  private static final String SIMILARITY = "dev.assay.similarity..";
  private static final String WORKER = "dev.assay.worker..";
  private static final String REPORT = "dev.assay.report..";
  private static final String PAGES = "dev.assay.pages..";
  private static final String RUN = "dev.assay.run..";
  private static final String BATCH = "dev.assay.batch..";
  private static final String EXAM = "dev.assay.exam..";
  private static final String CLI = "dev.assay.cli..";

  private static void mayUse(String part, String... others) {
    mayUse(part, resideInAnyPackage(others));
  }

  /** Every part may use the JDK and the commons as well. */
  private static void mayUse(String part, DescribedPredicate<JavaClass> others) {
    classes()
        .that()
        .resideInAPackage(part)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(part, COMMONS).or(resideInAnyPackage(JDK)).or(others))
        .check(ASSAY);
  }

  /** Rules that pass on nothing hold nothing. */
  @ParameterizedTest
  @CsvSource({
    "dev.assay.commons, 7",
    "dev.assay.findings, 15",
    "dev.assay.datasets, 40",
    "dev.assay.keras, 60",
    "dev.assay.training, 50",
    "dev.assay.problems, 12",
    "dev.assay.problems.iris, 1",
    "dev.assay.problems.mnist, 1",
    "dev.assay.problems.fashionmnist, 1",
    "dev.assay.problems.binaryclassification, 1",
    "dev.assay.problems.basicregression, 1",
    "dev.assay.programs, 3",
    "dev.assay.protocol, 15",
    "dev.assay.diagnosis, 20",
    "dev.assay.similarity, 20",
    "dev.assay.worker, 20",
    "dev.assay.report, 35",
    "dev.assay.pages, 15",
    "dev.assay.run, 30",
    "dev.assay.batch, 12",
    "dev.assay.exam, 30",
    "dev.assay.cli, 20",
  })
  void everyPartIsLookedAt(String start, int least) {
    assertThat(ASSAY.stream().filter(c -> (c.getPackageName() + ".").startsWith(start + ".")))
        .hasSizeGreaterThanOrEqualTo(least)
        .noneMatch(c -> c.getSimpleName().endsWith("Test"));
  }

  @Test
  void commonsUseNothingButTheJdk() {
    mayUse(COMMONS);
  }

  @Test
  void findingsUseNothingButTheJdk() {
    mayUse(FINDINGS);
  }

  @Test
  void datasetsUseFindingsToSayWhatIsWrongAndCommonsCsv() {
    mayUse(DATASETS, FINDINGS, CSV);
  }

  @Test
  void kerasUsesNothingButTensorFlow() {
    mayUse(KERAS, TENSORFLOW);
  }

  @Test
  void trainingUsesKerasAndTensorFlow() {
    mayUse(TRAINING, resideInAnyPackage(KERAS).or(resideInAnyPackage(TENSORFLOW)));
  }

  @Test
  void problemsApiUsesDatasetsAndKeras() {
    mayUse(PROBLEMS_API, DATASETS, KERAS);
  }

  @Test
  void problemsUseTheirApiAndNotEachOther() {
    mayUse("dev.assay.problems.(*)..", PROBLEMS_API, DATASETS, "dev.assay.problems.*..");
    slices().matching("dev.assay.problems.(*)..").should().notDependOnEachOther().check(ASSAY);
  }

  @Test
  void programsUseTheProblemsDatasetsKerasAndTraining() {
    mayUse(PROGRAMS, PROBLEMS_API, DATASETS, KERAS, TRAINING);
  }

  @Test
  void theProtocolUsesRecordsOfKerasAndProblemsAndJackson() {
    mayUse(
        PROTOCOL,
        resideInAnyPackage(FINDINGS, PROBLEMS_API, JACKSON)
            .or(resideInAnyPackage(PROTOS))
            .or(kerasWithoutTensorFlow()));
  }

  /** Kinds of losses and optimizers are looked at, and none of their methods that need natives. */
  @Test
  void theDiagnosisUsesWhatCrossesThePipeAndWhatKerasDescribes() {
    mayUse(
        DIAGNOSIS,
        resideInAnyPackage(PROTOCOL, FINDINGS, PROBLEMS_API, KERAS).or(resideInAnyPackage(PROTOS)));
  }

  /**
   * Sources are parsed by the compiler's own parser; stored models are read as they crossed the
   * pipe.
   */
  @Test
  void similarityUsesStoredModelsAndTheCatalogueOfTexts() {
    mayUse(
        SIMILARITY,
        resideInAnyPackage(PROTOCOL, FINDINGS, JACKSON, "dev.assay.keras.graphs")
            .or(resideInAnyPackage(PROTOS)));
  }

  @Test
  void theWorkerUsesTheProtocolTrainingKerasProblemsAndDatasets() {
    mayUse(
        WORKER,
        resideInAnyPackage(PROTOCOL, FINDINGS, TRAINING, KERAS, PROBLEMS_API, DATASETS)
            .or(resideInAnyPackage(TENSORFLOW)));
  }

  @Test
  void reportUsesNothingButJacksonAndCommonsCsv() {
    mayUse(REPORT, FINDINGS, JACKSON, CSV);
  }

  /** The templates become classes beside it, which use its values. */
  @Test
  void pagesUseReportAndTheTemplates() {
    mayUse(PAGES, FINDINGS, REPORT, "gg.jte..");
  }

  @Test
  void runUsesCommonsCompressAndPartsThatNeedNoTensorFlow() {
    mayUse(
        RUN,
        resideInAnyPackage(PROTOCOL, DIAGNOSIS, FINDINGS, PROBLEMS_API, REPORT, DATASETS, COMPRESS)
            .or(resideInAnyPackage(PROTOS))
            .or(kerasWithoutTensorFlow()));
  }

  /** It knows problems and data sets by the values that run takes, and no terminal. */
  @Test
  void batchUsesRunAndReportAndTheValuesThatTheyTake() {
    mayUse(BATCH, FINDINGS, PROBLEMS_API, REPORT, RUN, DATASETS);
  }

  /** It knows attempts by their scores, and nothing of how they are graded. */
  @Test
  void examUsesBatchReportAndJackson() {
    mayUse(EXAM, FINDINGS, REPORT, BATCH, JACKSON);
  }

  /** Beside batch it uses run for what is no batch: sealing, the doctor, exporting a model. */
  @Test
  void theCommandLineUsesPicocliAndNeitherTheProtocolNorAWorkerNorTensorFlow() {
    mayUse(
        CLI,
        resideInAnyPackage(
                "picocli..",
                FINDINGS,
                PROBLEMS_API,
                REPORT,
                PAGES,
                RUN,
                BATCH,
                EXAM,
                SIMILARITY,
                DATASETS)
            .or(kerasWithoutTensorFlow()));
  }

  private static final Set<Class<?>> NAMING_TENSORFLOW =
      Set.of(
          TensorSpec.class,
          ElementType.class,
          Loss.class,
          CategoricalCrossentropy.class,
          SparseCategoricalCrossentropy.class,
          Outputs.class,
          Metric.class,
          Accuracy.class,
          CategoricalAccuracy.class,
          F1Score.class,
          MeanIoU.class);

  /**
   * Its natives are loaded by the workers only: a crash of theirs is not the grader's.
   *
   * <p>The exceptions name classes of TensorFlow in methods that only workers call; naming them
   * loads no natives.
   */
  private static DescribedPredicate<JavaClass> kerasWithoutTensorFlow() {
    DescribedPredicate<JavaClass> tensorFlow =
        resideInAnyPackage(TENSORFLOW).and(not(resideInAnyPackage(PROTOS)));
    return describe(
        "are in keras and do without TensorFlow",
        c ->
            NAMING_TENSORFLOW.stream().anyMatch(c::isEquivalentTo)
                || (c.getPackageName().startsWith("dev.assay.keras")
                    && c.getDirectDependenciesFromSelf().stream()
                        .noneMatch(dependency -> tensorFlow.test(dependency.getTargetClass()))));
  }

  @Test
  void onlyKerasTrainingAndTheWorkerUseTensorFlow() {
    noClasses()
        .that()
        .resideOutsideOfPackages(KERAS, TRAINING, WORKER)
        .should()
        .dependOnClassesThat(resideInAnyPackage(TENSORFLOW).and(not(resideInAnyPackage(PROTOS))))
        .check(ASSAY);
  }

  @Test
  void onlyWhatReadsGraphsAndStoredModelsKnowsTensorFlowsMessages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            KERAS,
            TRAINING,
            WORKER,
            PROTOCOL,
            DIAGNOSIS,
            "dev.assay.similarity.models",
            "dev.assay.run.inspection.graphs")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TENSORFLOW)
        .check(ASSAY);
  }

  @Test
  void onlyTheCommandLineTheWorkerAndTheProgressOfFitUseTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLI, WORKER, "dev.assay.training.progress")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(ASSAY);
  }

  /** More is a hall without doors; students want one import prefix for all layers. */
  @Test
  void packagesAreSmall() {
    Map<String, Long> sizes =
        ASSAY.stream()
            .filter(c -> c.isTopLevelClass())
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    sizes.remove("dev.assay.keras.layers");
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(20));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.assay.(**)").should().beFreeOfCycles().check(ASSAY);
  }

  @Test
  void noJavaObjectIsEverReadBackOrWritten() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ObjectOutputStream.class)
        .check(ASSAY);
  }
}
