#include "app/workflow/predict/tag_photos.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

Proposal left_half(const ImageView& image, Part part) {
  Proposal proposal;
  proposal.part = part;
  const double w = image.width / 2.0;
  const double h = image.height;
  proposal.region.rings = {{{0, 0}, {w, 0}, {w, h}, {0, h}}};
  proposal.score = 0.9;
  return proposal;
}

/// A model that takes wide photos for a dress or else a top, and others for a skirt without doubt.
class TwoReadings final : public inference::Prefiller {
 public:
  const inference::ModelCard& card() const override { return card_; }
  Result<inference::ClassScores> score_pixels(const ImageView&, std::optional<inference::PartSet>) override {
    return Error{ErrorCode::kUnsupported, "test.garments_only", "sees garments only"};
  }
  Result<std::vector<std::vector<float>>> embed(const ImageView&, const std::vector<Region>&) override {
    return Error{ErrorCode::kUnsupported, "test.no_vectors", "knows no vectors"};
  }
  Result<Prediction> prefill(const ImageView& image) override {
    if (image.width <= image.height) {
      return Prediction{"two-readings", {{1.0, {left_half(image, Part::kBottom)}}}};
    }
    return Prediction{"two-readings", {{0.6, {left_half(image, Part::kDress)}}, {0.4, {left_half(image, Part::kTop)}}}};
  }

 private:
  inference::ModelCard card_;
};

std::string bytes_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

/// The value in the left half of a mask; -1 when the file cannot be read as one.
int left_value(const std::string& file) {
  const Result<Mask> mask = labeling::read_mask(file);
  return mask.ok() && !mask->pixels.empty() ? mask->pixels.front() : -1;
}

class TagPhotos : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "in");
    ASSERT_OK(labeling::write_image(folder_ / "in/wide.jpg", Image::of_size(40, 20).view()));
    ASSERT_OK(labeling::write_image(folder_ / "in/tall.jpg", Image::of_size(20, 40).view()));
    options_.formats = {"masks"};
    options_.threads = 2;
    options_.alternatives = folder_ / "second";
  }

  Result<BatchReport> tag(const std::string& out) { return tag_photos_with(open_, folder_ / "in", out, options_, {}); }

  const TemporaryFolder folder_;
  TagOptions options_;
  const ModelOpener open_ = []() -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<TwoReadings>());
  };
};

TEST_F(TagPhotos, AlternativesAreTheSecondReadingOrTheOnlyOne) {
  ASSERT_OK_AND_ASSIGN(const BatchReport report, tag(folder_ / "out"));
  EXPECT_EQ(report.done, 2);
  EXPECT_TRUE(report.failed.empty());
  EXPECT_EQ(left_value(folder_ / "out/wide.png"), 4);     // dress
  EXPECT_EQ(left_value(folder_ / "second/wide.png"), 2);  // top
  EXPECT_EQ(left_value(folder_ / "out/tall.png"), 3);     // bottom, the only reading
  EXPECT_EQ(left_value(folder_ / "second/tall.png"), 3);
}

TEST_F(TagPhotos, AlternativesAreMasksWhateverTheFormatsAndCarryTheSameNames) {
  ASSERT_OK(labeling::write_image(folder_ / "in/wide.png", Image::of_size(20, 40).view()));
  options_.formats = {"kfashion", "csv"};
  ASSERT_OK_AND_ASSIGN(const BatchReport report, tag(folder_ / "out"));
  EXPECT_EQ(report.done, 3);
  for (const char* name : {"tall", "wide", "wide-3"}) {
    EXPECT_TRUE(fs::exists(folder_ / ("out/" + std::string(name) + ".json"))) << name;
    EXPECT_TRUE(fs::exists(folder_ / ("second/" + std::string(name) + ".png"))) << name;
  }
  EXPECT_EQ(left_value(folder_ / "second/wide-3.png"), 3);
  EXPECT_FALSE(fs::exists(folder_ / "second/labels.csv"));
}

TEST_F(TagPhotos, OneFolderForBothReadingsIsRefusedBeforeAnyWork) {
  fs::create_directories(folder_ / "real");
  fs::create_directory_symlink(folder_ / "real", folder_ / "link");
  for (const char* other : {"real", "real/", "./real/../real", "link"}) {
    options_.alternatives = folder_ / other;
    const auto report = tag(folder_ / "real");
    EXPECT_ERROR(report, ErrorCode::kInvalidArgument);
    EXPECT_NE(report.error().text().find("first readings"), std::string::npos) << report.error().text();
  }
  EXPECT_TRUE(fs::is_empty(folder_ / "real"));
}

TEST_F(TagPhotos, AlternativesAmongThePhotosAreRefusedBeforeAnyWork) {
  ASSERT_OK(labeling::write_image(folder_ / "in/tall.png", Image::of_size(8, 8).view()));
  const std::string photo = bytes_of(folder_ / "in/tall.png");
  options_.alternatives = folder_ / "in";
  EXPECT_ERROR(tag(folder_ / "out"), ErrorCode::kInvalidArgument);
  EXPECT_EQ(bytes_of(folder_ / "in/tall.png"), photo);
  EXPECT_FALSE(fs::exists(folder_ / "out"));
}

TEST_F(TagPhotos, WhatLiesInEitherFolderBelowTheInputIsNotLabelled) {
  options_.alternatives = folder_ / "in/second";
  for (int run = 0; run < 2; ++run) {
    ASSERT_OK_AND_ASSIGN(const BatchReport report, tag(folder_ / "in/first"));
    EXPECT_EQ(report.done, 2) << "run " << run;
    EXPECT_TRUE(report.failed.empty());
  }
  EXPECT_FALSE(fs::exists(folder_ / "in/first/tall-2.png"));
}

/// A model that is sure of some labels and guesses others.
class SureAndUnsure final : public inference::Prefiller {
 public:
  SureAndUnsure() {
    card_.id = "unsure";
    card_.heads = {{"category", {{"dress", {}}, {"toga", {}}}, false}, {"fit", {{"loose", {}}}, false}};
  }
  const inference::ModelCard& card() const override { return card_; }
  Result<inference::ClassScores> score_pixels(const ImageView&, std::optional<inference::PartSet>) override {
    return Error{ErrorCode::kUnsupported, "test.garments_only", "sees garments only"};
  }
  Result<std::vector<std::vector<float>>> embed(const ImageView&, const std::vector<Region>&) override {
    return Error{ErrorCode::kUnsupported, "test.no_vectors", "knows no vectors"};
  }
  Result<Prediction> prefill(const ImageView& image) override {
    const auto says = [this](const char* attribute, const char* value, double score) {
      return AttributeValue{attribute, value, "", Provenance::model(card_.id, score)};
    };
    Proposal dress = left_half(image, Part::kDress);
    dress.attributes = {says("category", image.width > image.height ? "dress" : "toga", 0.95)};
    dress.guesses = {says("fit", "loose", 0.4)};
    Prediction prediction{card_.id, {{1.0, {dress}}}};
    prediction.image_attributes = {says("style", "street", 0.9), says("gender", "women", 0.98)};
    prediction.image_guesses = {says("sub_style", "punk", 0.5), says("season", "summer", 0.5)};
    return prediction;
  }

 private:
  inference::ModelCard card_;
};

class TagLabels : public TagPhotos {
 protected:
  Result<BatchReport> tag_all(bool guesses) {
    options_.formats = {"kfashion", "csv"};
    options_.alternatives.clear();
    options_.sure_only = !guesses;
    const ModelOpener open = []() -> Result<std::unique_ptr<inference::Prefiller>> {
      return std::unique_ptr<inference::Prefiller>(std::make_unique<SureAndUnsure>());
    };
    return tag_photos_with(open, folder_ / "in", folder_ / "out", options_, {});
  }
  bool label_file_has(const std::string& word) {
    return bytes_of(folder_ / "out/wide.json").find(word) != std::string::npos;
  }
  bool table_has(const std::string& word) {
    return bytes_of(folder_ / "out/labels.csv").find(word) != std::string::npos;
  }
};

TEST_F(TagLabels, WhatTheModelIsSureOfIsWrittenAndGuessesOnlyWhenAskedFor) {
  ASSERT_OK(tag_all(false));
  EXPECT_TRUE(label_file_has("드레스"));
  EXPECT_TRUE(label_file_has("스트리트"));
  EXPECT_FALSE(label_file_has("루즈"));
  EXPECT_FALSE(label_file_has("펑크"));
  EXPECT_TRUE(table_has(",sub_style,gender,season,"));
  EXPECT_TRUE(table_has(",street,,women,,"));
  ASSERT_OK(tag_all(true));
  EXPECT_TRUE(label_file_has("루즈"));
  EXPECT_TRUE(label_file_has("펑크"));
  EXPECT_TRUE(table_has(",street,punk,women,summer,"));
  for (const char* word : {"women", "여성", "summer", "여름"}) EXPECT_FALSE(label_file_has(word)) << word;
}

TEST_F(TagLabels, WhatTheTaxonomyDoesNotHaveIsToldOnceAndLeftOut) {
  ASSERT_OK_AND_ASSIGN(const BatchReport report, tag_all(true));
  EXPECT_EQ(report.done, 2);
  ASSERT_EQ(report.warnings.size(), 1U);
  EXPECT_EQ(report.warnings[0].item, "unsure");
  EXPECT_NE(report.warnings[0].reason.text().find("toga"), std::string::npos);
  EXPECT_EQ(bytes_of(folder_ / "out/tall.json").find("toga"), std::string::npos);
  EXPECT_NE(bytes_of(folder_ / "out/tall.json").find("루즈"), std::string::npos) << "the other labels work";
}

TEST_F(TagPhotos, WithoutAFolderForAlternativesThereAreNone) {
  options_.alternatives.clear();
  ASSERT_OK_AND_ASSIGN(const BatchReport report, tag(folder_ / "out"));
  EXPECT_EQ(report.done, 2);
  EXPECT_FALSE(fs::exists(folder_ / "second"));
}

TEST_F(TagPhotos, AnAlternativeThatCannotBeWrittenLeavesThePhotoOutOfTables) {
  fs::create_directories(folder_ / "second/wide.png");  // a folder where the mask should be
  options_.formats = {"csv"};
  ASSERT_OK_AND_ASSIGN(const BatchReport report, tag(folder_ / "out"));
  EXPECT_EQ(report.done, 1);
  ASSERT_EQ(report.failed.size(), 1u);
  const std::string table = bytes_of(folder_ / "out/labels.csv");
  EXPECT_NE(table.find("tall"), std::string::npos) << table;
  EXPECT_EQ(table.find("wide"), std::string::npos) << table;
}

TEST_F(TagPhotos, APhotoThatFailsHasNeitherReading) {
  std::ofstream(folder_ / "in/broken.jpg") << "no photo";
  options_.formats = {"masks", "csv"};
  ASSERT_OK_AND_ASSIGN(const BatchReport report, tag(folder_ / "out"));
  EXPECT_EQ(report.done, 2);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_FALSE(fs::exists(folder_ / "second/broken.png"));
  EXPECT_TRUE(fs::exists(folder_ / "out/labels.csv"));
}

}  // namespace
}  // namespace jaedan::workflow
