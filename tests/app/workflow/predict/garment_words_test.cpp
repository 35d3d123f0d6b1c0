// What the model is asked about garments that are in an annotation, and where its answers go.

#include "app/workflow/predict/garment_words.h"

#include <gtest/gtest.h>

#include <map>

#include "app/workflow/predict/predict_many.h"
#include "app/workflow/predict/prefill_photos.h"
#include "labeling/io/image_encoder.h"
#include "tests/app/workflow/predict/left_half.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

/// What the model heard of each garment that it was asked about.
using Heard = std::vector<AttributeValues>;

/// Calls every garment a shirt, and guesses that it is loose; says a word, too, that nobody knows.
class Listener final : public LeftHalf {
 public:
  explicit Listener(Heard& heard) : heard_(heard) {}
  std::unique_ptr<Prefiller> share(int) const override { return std::make_unique<Listener>(heard_); }
  Result<std::vector<inference::GarmentLabels>> label(const ImageView&,
                                                      const std::vector<inference::AskedGarment>& garments) override {
    std::vector<inference::GarmentLabels> answers;
    for (const inference::AskedGarment& garment : garments) {
      heard_.push_back(garment.known ? *garment.known : AttributeValues());
      inference::GarmentLabels& answer = answers.emplace_back();
      answer.labels.filled_in = {says("category", "shirt"), says("shoe", "boot")};
      if (!find_value(heard_.back(), "fit")) answer.labels.guesses = {says("fit", "loose")};
      answer.measures = {{"length", 0.5, {{1, 1}, {1, 9}}, {1, 5}}};
    }
    return answers;
  }

 private:
  AttributeValue says(const char* attribute, const char* value) const {
    return {attribute, value, "", Provenance::model(card().id, 0.6)};
  }
  Heard& heard_;
};

class WordsOfGarments : public ::testing::Test {
 protected:
  void SetUp() override {
    Image red = Image::of_size(32, 32);
    for (std::size_t i = 0; i < red.rgb.size(); i += 3) red.rgb[i] = 200;
    file_ = folder_ / "a.png";
    ASSERT_OK(labeling::write_image(file_, red.view()));
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(*project));
    const auto ids = project_->store().add_photos({{{}, "a", file_, 32, 32}});
    ASSERT_OK(ids);
    photo_ = ids->front();
  }
  static Garment garment(std::int64_t id, AttributeValues labels = {}) {
    Garment made;
    made.id = GarmentId{id};
    made.part = Part::kTop;
    made.region.rings = {{{2, 2}, {20, 2}, {20, 20}, {2, 20}}};
    made.region_provenance = Provenance::human("mina");
    made.attributes = std::move(labels);
    return made;
  }
  void draw(std::vector<Garment> garments) {
    Annotation annotation = project_->store().annotation(photo_).value();
    annotation.garments = std::move(garments);
    annotation.state = WorkflowState::kDrawn;
    ASSERT_OK(project_->store().save(annotation, {"mina", "draw"}));
  }
  Prediction stored() { return project_->store().prediction(photo_).value().value(); }

  const testing::TemporaryFolder folder_;
  std::string file_;
  std::optional<Project> project_;
  PhotoId photo_;
  Heard heard_;
  SharedModel model_{[this](const UsableModel&, const ModelUse&) -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<Listener>(heard_));
  }};
};

TEST_F(WordsOfGarments, WhatPeopleSaidIsEvidenceAndTheWordsOfAModelAreNot) {
  AttributeValue confirmed{"detail", "button", "", Provenance::model("m", 0.6)};
  confirm(confirmed.provenance, "mina");
  draw({garment(1, {{"fit", "normal", "", Provenance::human("mina")},
                    {"colour", "black", "", Provenance::import("kfashion")},
                    {"length", "mini", "", Provenance::model("m", 0.9)},
                    confirmed}),
        garment(2)});
  ASSERT_OK(prefill_photo(*project_, photo_, model_));
  ASSERT_EQ(heard_.size(), 2U);
  ASSERT_EQ(heard_[0].size(), 3U);
  EXPECT_FALSE(find_value(heard_[0], "length")) << "the model's own word";
  EXPECT_TRUE(heard_[1].empty());
  const std::vector<GarmentWords> words = stored().of_garments;
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].garment, GarmentId{1});
  EXPECT_EQ(words[0].part, Part::kTop);
  EXPECT_EQ(words[0].region, garment(1).region);
  EXPECT_TRUE(words[0].guesses.empty());
  EXPECT_FALSE(find_value(words[0].attributes, "colour")) << "a file says it";
  EXPECT_EQ(words[1].guesses.size(), 1U);
  EXPECT_EQ(words[1].measures.size(), 1U);
  const AttributeValue* colour = find_value(words[1].attributes, "colour");
  ASSERT_NE(colour, nullptr) << "from the pixels";
  EXPECT_TRUE(colour->value == "red" || colour->value == "wine") << colour->value;
  EXPECT_FALSE(find_value(words[1].attributes, "shoe")) << "the taxonomy has no such word";
}

TEST_F(WordsOfGarments, AloneAreAskedAnewAndTheRestOfThePredictionStays) {
  Proposal proposal;
  proposal.region.rings = {{{0, 0}, {5, 0}, {5, 5}}};
  proposal.score = 0.25;
  Prediction before{"left-half", {{0.75, {proposal}}}};
  before.image_guesses = {{"season", "winter", "", Provenance::model("left-half", 0.4)}};
  before.of_garments = {{GarmentId{7}, Part::kDress, proposal.region}};
  ASSERT_OK(project_->store().save_prediction(photo_, before));
  draw({garment(1)});
  ASSERT_OK_AND_ASSIGN(const Prediction answered, label_garments(*project_, photo_, model_));
  EXPECT_EQ(answered.of_garments.size(), 1U);
  const Prediction after = stored();
  ASSERT_EQ(after.readings.size(), 1U);
  EXPECT_EQ(after.readings[0].probability, 0.75);
  EXPECT_EQ(after.readings[0].garments[0].score, 0.25);
  EXPECT_EQ(after.image_guesses, before.image_guesses);
  ASSERT_EQ(after.of_garments.size(), 1U);
  EXPECT_EQ(after.of_garments[0].garment, GarmentId{1});
  EXPECT_EQ(find_value(after.of_garments[0].attributes, "category")->value, "shirt");
}

TEST_F(WordsOfGarments, APhotoThatNoModelHasSeenIsPrefilled) {
  draw({garment(1)});
  ASSERT_OK(label_garments(*project_, photo_, model_));
  EXPECT_EQ(stored().readings.size(), 1U);
  EXPECT_EQ(stored().of_garments.size(), 1U);
}

TEST_F(WordsOfGarments, WhatAnotherModelSaidStaysAsItIs) {
  ASSERT_OK(project_->store().save_prediction(photo_, {"another-model", {{1.0, {}}}}));
  draw({garment(1)});
  EXPECT_ERROR(label_garments(*project_, photo_, model_), ErrorCode::kConflict);
  EXPECT_EQ(stored().model_id, "another-model");
  EXPECT_TRUE(stored().of_garments.empty());
  EXPECT_TRUE(heard_.empty());
}

TEST_F(WordsOfGarments, OnlyGarmentsWithAnAreaOnThePhotoAreAskedAbout) {
  Garment without = garment(1), outside = garment(2), across = garment(3);
  without.region = {};
  outside.region.rings = {{{100, 100}, {120, 100}, {120, 120}}};
  across.region.rings = {{{10, 10}, {60, 10}, {60, 30}, {10, 30}}};
  draw({without, outside, across});
  ASSERT_OK(prefill_photo(*project_, photo_, model_));
  ASSERT_EQ(stored().of_garments.size(), 1U);
  EXPECT_EQ(stored().of_garments[0].garment, GarmentId{3});
  EXPECT_EQ(stored().of_garments[0].region, across.region) << "as people drew it";
}

TEST_F(WordsOfGarments, AModelThatLabelsOnlyWhatItFindsPrefillsAsBefore) {
  SharedModel deaf([](const UsableModel&, const ModelUse&) -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<LeftHalf>());
  });
  draw({garment(1)});
  ASSERT_OK(prefill_photo(*project_, photo_, deaf));
  EXPECT_EQ(stored().readings.size(), 1U);
  EXPECT_TRUE(stored().of_garments.empty());
}

TEST_F(WordsOfGarments, GoWithThePhotosOfABatch) {
  std::vector<PhotoToPredict> photos = {{1, "a", file_, {garment(4)}}, {2, "a", file_}};
  const PhotoSource next = [&]() -> Result<std::optional<PhotoToPredict>> {
    if (photos.empty()) return std::optional<PhotoToPredict>();
    PhotoToPredict photo = photos.back();
    photos.pop_back();
    return std::optional(std::move(photo));
  };
  const ModelOpener open = [this]() -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<Listener>(heard_));
  };
  std::map<std::int64_t, std::size_t> words;
  const PredictionSink sink = [&](const PhotoToPredict& photo, const Image&, const Prediction& prediction) {
    words[photo.key] = prediction.of_garments.size();
    return Status();
  };
  ASSERT_OK(predict_many(open, next, 2, sink, 1, {}));
  EXPECT_EQ(words, (std::map<std::int64_t, std::size_t>{{1, 1}, {2, 0}}));
}

}  // namespace
}  // namespace jaedan::workflow
