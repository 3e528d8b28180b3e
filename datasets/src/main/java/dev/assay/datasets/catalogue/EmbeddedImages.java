package dev.assay.datasets.catalogue;

import java.util.List;

/** Catalogue entries of the image sets that ship with Assay. */
final class EmbeddedImages {
  private EmbeddedImages() {}

  static List<DatasetEntry> all() {
    return List.of(opticalDigits(), drawnGarments());
  }

  private static DatasetEntry opticalDigits() {
    return new DatasetEntry(
        "mnist",
        DatasetEntry.EMBEDDED,
        "UCI optical digits",
        Origin.of(
                "UCI Machine Learning Repository, by way of scikit-learn 1.2.1 in Debian",
                "CC BY 4.0",
                "Alpaydin, E., Kaynak, C. (1998). Optical Recognition of Handwritten Digits. UCI"
                    + " Machine Learning Repository. doi:10.24432/C50P49")
            .standingInFor("MNIST"),
        FileSet.of(
            "mnist",
            DataFile.packed(
                "images-idx3-ubyte.gz",
                513_358,
                "e6a62745d6141553b5f1ec665491fa85ec8b0d4f486e7094aa26d6d0c08f1a56",
                "81c09279f898ef3bd94806deb6fc3e31b9cc4926d98195ee18f3ef5e74cddf1d"),
            DataFile.packed(
                "labels-idx1-ubyte.gz",
                145,
                "147c9192405199869317e6d9c62ea444f9770c3f8c6dd65035ba3a3690cc5460",
                "ce71631c1f31ce56fa54f31d1d498fafacff59b001e6c30c4a5e29508aa277ad")),
        PublishedImages.DIGITS,
        SplitRule.stratified(400, 180, 1_797));
  }

  private static DatasetEntry drawnGarments() {
    return new DatasetEntry(
        "fashion-mnist",
        DatasetEntry.EMBEDDED,
        "Drawn garments",
        Origin.of(
                "Assay's own seeded generator, dev.assay.datasets.garments; no photographs",
                "Apache-2.0",
                "class names: Xiao, H., Rasul, K., Vollgraf, R. (2017). Fashion-MNIST: a novel"
                    + " image dataset for benchmarking machine learning algorithms."
                    + " arXiv:1708.07747.")
            .standingInFor("Fashion-MNIST"),
        garmentFiles(),
        PublishedImages.GARMENTS,
        SplitRule.stratifiedBesideHidden(600, 6_000));
  }

  private static FileSet garmentFiles() {
    return FileSet.of(
        "fashion-mnist",
        DataFile.packed(
            "train-images-idx3-ubyte.gz",
            1_679_531,
            "eb6d0f662e76a060dfeb86ee41b0960fc7d163546d80fe3f0b382bf03371dcee",
            "9b0ec4548b0fa66bc85896ae72a46db97e86946f2df1f17b4758d9574ef4627a"),
        DataFile.packed(
            "train-labels-idx1-ubyte.gz",
            3_096,
            "d50463d5c392ca07f4d9658d2ec62242ed8edd34abf7f5f6ad71cc7538d9da6f",
            "0985e32c63d763f75fa418f60104749326302fbe278a88caac4251c18fe3cecc"),
        DataFile.packed(
            "t10k-images-idx3-ubyte.gz",
            278_943,
            "c9b6a118e1d78d040b0878c2dce2f240ac42aa6e05609a7d1e8f19be26dc3dc2",
            "b42ad941296d269b4efa771e2c5b7562d7dfea798a6f6b0d0266c4657f771611"),
        DataFile.packed(
            "t10k-labels-idx1-ubyte.gz",
            524,
            "2d80ef06fab4438bd083b2854637618797b1b7943377edb6c9cae36211dc45b0",
            "1006897193d7a37865240a82a7925051ae673e814fc7c4aa8980499a6e4a098e"));
  }
}
