#include "inference/train/run/self_labels.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

#include "inference/train/data/clothing_classes.h"
#include "inference/train/data/data_folders.h"
#include "labeling/domain/attribute.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

constexpr float kSure = 8;

KnownLabels category(const char* value) { return {{std::string(attribute::kCategory), {value}}}; }

/// A model that sees a top in the upper half, and in the lower half a dress, or else a bottom.
class TopAndDress final : public Prefiller {
 public:
  Result<ClassScores> score_pixels(const ImageView&, std::optional<PartSet> told) override {
    told_ = told;
    ClassScores scores{4, 4, std::vector<float>(std::size_t(kPixelClassCount) * 16)};
    const auto set = [&](PixelClass c, int y, float logit) {
      for (int x = 0; x < 4; ++x) scores.logits[(std::size_t(c) * 4 + std::size_t(y)) * 4 + std::size_t(x)] = logit;
    };
    for (int y = 0; y < 2; ++y) set(PixelClass::kTop, y, kSure);
    for (int y = 2; y < 4; ++y) set(PixelClass::kDress, y, kSure), set(PixelClass::kBottom, y, kSure - 1);
    return scores;
  }
  Result<Prediction> prefill(const ImageView&) override {
    return Error{ErrorCode::kUnsupported, "test.only_scores", "only scores"};
  }
  Result<std::vector<std::vector<float>>> embed(const ImageView&, const std::vector<Region>&) override {
    return Error{ErrorCode::kUnsupported, "test.only_scores", "only scores"};
  }
  const ModelCard& card() const override { return card_; }
  /// What it was last told.
  std::optional<PartSet> told() const { return told_; }

 private:
  ModelCard card_;
  std::optional<PartSet> told_;
};

class SelfLabels : public ::testing::Test {
 protected:
  SelfLabels() { cv::imwrite(folder_ / "a.jpg", cv::Mat(8, 8, CV_8UC3, cv::Scalar(9, 9, 9))); }

  TaggedPhoto photo(std::initializer_list<Part> parts) const {
    TaggedPhoto tagged;
    tagged.name = "a";
    tagged.path = folder_ / "a.jpg";
    for (const Part part : parts) tagged.allowed[mask_value(part) - 1U] = tagged.named[mask_value(part) - 1U] = true;
    return tagged;
  }
  Result<SelfLabelReport> label(const TaggedPhoto& tagged) {
    return label_tagged_photos(model_, {tagged}, folder_ / "out", {});
  }
  std::vector<TrainingItem> items() { return std::move(read_snapshot_folder(folder_ / "out", {})).value(); }

  testing::TemporaryFolder folder_;
  TopAndDress model_;
};

TEST_F(SelfLabels, WhatTheWordsForbidBecomesTheLikeliestAllowedPart) {
  TaggedPhoto tagged = photo({Part::kTop, Part::kBottom});
  add_label(tagged.known[mask_value(Part::kBottom) - 1U], attribute::kCategory, "skirt");
  ASSERT_OK_AND_ASSIGN(const SelfLabelReport report, label(tagged));
  EXPECT_EQ(report.labelled, 1);
  const auto read = items();
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].labels.at(1, 1), mask_value(Part::kTop));
  EXPECT_EQ(read[0].labels.at(1, 6), mask_value(Part::kBottom));
  EXPECT_EQ(read[0].known[mask_value(Part::kBottom) - 1U], category("skirt"));
}

TEST_F(SelfLabels, TheModelIsToldThePartsWhenTheWordsNameAll) {
  ASSERT_OK(label(photo({Part::kTop, Part::kBottom})));
  EXPECT_EQ(model_.told(), PartSet(part_set_of(Part::kTop) | part_set_of(Part::kBottom)));
  TaggedPhoto open = photo({Part::kTop});
  open.allowed[mask_value(Part::kBottom) - 1U] = true;
  ASSERT_OK(label(open));
  EXPECT_EQ(model_.told(), std::nullopt);
  // What may be there and was not found is not said to be absent; what no word allows is.
  const auto labelled = items();
  ASSERT_EQ(labelled.size(), 1U);
  EXPECT_EQ(labelled[0].present[mask_value(Part::kOuter) - 1U], 0);
  EXPECT_NE(labelled[0].present[mask_value(Part::kBottom) - 1U], 0);
}

TEST_F(SelfLabels, AGarmentThatNoWordAllowsTeachesNothing) {
  ASSERT_OK(label(photo({Part::kTop})));
  const auto read = items();
  EXPECT_EQ(read[0].labels.at(1, 1), mask_value(Part::kTop));
  EXPECT_EQ(read[0].labels.at(1, 6), kIgnoredPixel);
}

TEST_F(SelfLabels, APhotoWithoutANamedPartIsLeftOut) {
  ASSERT_OK_AND_ASSIGN(const SelfLabelReport report, label(photo({Part::kTop, Part::kOuter})));
  EXPECT_EQ(report.labelled, 0);
  EXPECT_EQ(report.left_out, 1);
}

TEST_F(SelfLabels, ACancelStopsIt) {
  const std::atomic<bool> cancel{true};
  SelfLabelOptions options;
  options.cancel = &cancel;
  TopAndDress model;
  EXPECT_ERROR(label_tagged_photos(model, {photo({Part::kTop})}, folder_ / "out", options), ErrorCode::kCancelled);
}

class TaggedPhotos : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
  Result<std::vector<TaggedPhoto>> read(DataKind kind) { return read_tagged_photos({kind, folder_.path(), 1}); }
  static std::array<bool, kPartCount> parts(bool outer, bool top, bool bottom, bool dress) {
    return {outer, top, bottom, dress};
  }
  testing::TemporaryFolder folder_;
};

TEST_F(TaggedPhotos, CcpWordsNameEveryPart) {
  write("labels.txt", "null\nshirt\njeans\nsuit\nskin\nblouse\n");
  write("parts.json", R"({"parts":{"상의":["shirt","blouse"],"하의":["jeans"]},"ignore":["suit"],)"
                      R"("category":{"shirt":"셔츠","jeans":"청바지","blouse":"블라우스"}})");
  write("tags.csv", "image,tags\na,shirt jeans skin\nb,suit jeans\nc,shirt blouse\n");
  ASSERT_OK_AND_ASSIGN(const auto photos, read(DataKind::kCcp));
  ASSERT_EQ(photos.size(), 2U) << "b has a word to ignore";
  EXPECT_EQ(photos[0].allowed, parts(false, true, true, false));
  EXPECT_EQ(photos[0].named, photos[0].allowed);
  EXPECT_EQ(photos[0].known[2], category("jeans"));
  EXPECT_TRUE(photos[1].known[1].empty()) << "shirt or blouse is not known";
}

TEST_F(TaggedPhotos, ClothingClassesNameOnePart) {
  write("images.csv", "image,label,kids\nb,Skirt,False\nc,Shoes,False\na,Skirt,False\n");
  ASSERT_OK_AND_ASSIGN(const auto photos, read(DataKind::kClothing));
  ASSERT_TRUE(is_kept_aside("a"));
  ASSERT_EQ(photos.size(), 1U) << "c is no garment of a part, a is kept aside";
  EXPECT_EQ(photos[0].allowed, parts(false, false, true, false));
  EXPECT_EQ(photos[0].known[2], category("skirt"));
}

TEST_F(TaggedPhotos, TheUppermostGarmentLeavesOpenWhatIsUnderIt) {
  write("images.csv", "image,black,category,white\na,yes,outerwear,no\nb,no,,no\nc,no,dress,no\n");
  ASSERT_OK_AND_ASSIGN(const auto photos, read(DataKind::kAttributes));
  ASSERT_EQ(photos.size(), 3U);
  EXPECT_FALSE(says_parts(photos[1])) << "nothing is said of b";
  EXPECT_TRUE(says_parts(photos[0]) && says_parts(photos[2]));
  EXPECT_EQ(photos[0].named, parts(true, false, false, false));
  EXPECT_EQ(photos[0].allowed, parts(true, true, true, true));
  EXPECT_EQ(photos[2].named, parts(false, false, false, true));
  EXPECT_EQ(photos[2].allowed, parts(true, false, false, true));
  EXPECT_EQ(photos[0].split, Split::kVal) << "kept aside";
  EXPECT_EQ(photos[2].split, Split::kTrain);
}

TEST_F(TaggedPhotos, OtherFoldersHaveNoWords) {
  EXPECT_ERROR(read(DataKind::kSnapshot), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(read(DataKind::kCcp), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::inference
