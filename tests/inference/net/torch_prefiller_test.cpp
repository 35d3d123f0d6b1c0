#include "inference/net/torch_prefiller.h"

#include <gtest/gtest.h>

#include <string>

#include "inference/models/model_card.h"
#include "inference/net/segmenter.h"
#include "inference/net/weights.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

/// Models that have learnt nothing and say something all the same: garments are labelled in their order, with evidence.
class GivenGarments : public ::testing::Test {
 protected:
  std::unique_ptr<Prefiller> opened(Architecture architecture) {
    ModelCard card;
    card.id = "m";
    card.architecture = std::string(id_of(architecture));
    for (const std::string_view name : kPixelClassNames) card.classes.emplace_back(name);
    card.heads = {{"fit", {{"loose", {}}, {"normal", {}}, {"tight", {}}}, false},
                  {"length", {{"mini", {}}, {"midi", {}}}, false},
                  {"gender", {{"women", {}}, {"men", {}}}, false, HeadScope::kPhoto}};
    SegmenterOptions options = *segmenter_options(architecture);
    options.heads = card.heads;
    torch::manual_seed(5);
    Segmenter network(options);
    {
      torch::NoGradGuard no_grad;
      for (auto& item : network->named_parameters()) {
        const bool is_undecided = item.key().find("head_") != std::string::npos;
        if (is_undecided) item.value().normal_(0, 0.1);
      }
    }
    TensorFile file;
    collect(file, "", state_of(*network), TensorType::kF16);
    EXPECT_OK(write_safetensors(folder_ / "model.safetensors", file));
    EXPECT_OK(write_model_card(folder_.path(), card));
    PrefillerOptions opening;
    opening.model_folder = folder_.path();
    auto model = make_torch_prefiller(opening);
    EXPECT_OK(model);
    return std::move(model).value();
  }

  const testing::TemporaryFolder folder_;
  const Image photo_ = Image::of_size(120, 180);
  const Region upper_{{{{30, 20}, {90, 20}, {90, 80}, {30, 80}}}};
  const Region lower_{{{{40, 80}, {80, 80}, {80, 160}, {40, 160}}}};
  const AttributeValues loose_ = {{"fit", "loose", "", Provenance::human("mina")}};
};

std::vector<std::string> said_of(const GarmentLabels& answer, std::string_view attribute) {
  std::vector<std::string> said = values_of(answer.labels.filled_in, attribute);
  for (std::string& guess : values_of(answer.labels.guesses, attribute)) said.push_back(std::move(guess));
  return said;
}

TEST_F(GivenGarments, AreAnsweredInTheirOrderAndWhatIsKnownIsNot) {
  for (const Architecture architecture : {Architecture::kWithFigure, Architecture::kViewAndObjects}) {
    const auto model = opened(architecture);
    ASSERT_OK_AND_ASSIGN(const auto both, model->label(photo_.view(), {{Part::kTop, &upper_, nullptr},
                                                                       {Part::kBottom, &lower_, &loose_}}));
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(said_of(both[0], "fit").size(), 1U);
    EXPECT_EQ(said_of(both[0], "length").size(), 1U);
    EXPECT_TRUE(said_of(both[1], "fit").empty()) << "a person has said it";
    EXPECT_EQ(said_of(both[1], "length").size(), 1U);
    EXPECT_TRUE(said_of(both[0], "gender").empty()) << "it is the photo's";
    ASSERT_OK_AND_ASSIGN(const auto turned, model->label(photo_.view(), {{Part::kBottom, &lower_, &loose_},
                                                                         {Part::kTop, &upper_, nullptr}}));
    ASSERT_EQ(turned.size(), 2U);
    EXPECT_TRUE(said_of(turned[0], "fit").empty());
    EXPECT_EQ(said_of(turned[1], "fit"), said_of(both[0], "fit"));
    EXPECT_EQ(said_of(turned[0], "length"), said_of(both[1], "length"));
  }
}

TEST_F(GivenGarments, WhatPeopleSaidChangesWhatTheFigureNetworkSaysOfTheRest) {
  const auto model = opened(Architecture::kWithFigure);
  const auto length_with = [&](const AttributeValues* known) {
    const auto answer = model->label(photo_.view(), {{Part::kBottom, &lower_, known}});
    EXPECT_OK(answer);
    const AttributeValue* length = find_value((*answer)[0].labels.filled_in, "length");
    return length ? length->value + std::to_string(length->provenance.score) : "";
  };
  EXPECT_EQ(length_with(nullptr), length_with(nullptr));
  EXPECT_NE(length_with(&loose_), length_with(nullptr));
}

TEST_F(GivenGarments, LieOnThePhoto) {
  const Region outside{{{{300, 20}, {360, 20}, {360, 80}}}};
  for (const Architecture architecture : {Architecture::kWithFigure, Architecture::kViewAndObjects}) {
    const auto model = opened(architecture);
    EXPECT_ERROR(model->label(photo_.view(), {{Part::kTop, &upper_, nullptr}, {Part::kTop, &outside, nullptr}}),
                 ErrorCode::kInvalidArgument);
    ASSERT_OK_AND_ASSIGN(const auto none, model->label(photo_.view(), {}));
    EXPECT_TRUE(none.empty());
    EXPECT_ERROR(model->label(ImageView(), {{Part::kTop, &upper_, nullptr}}), ErrorCode::kInvalidArgument);
  }
}

}  // namespace
}  // namespace jaedan::inference
