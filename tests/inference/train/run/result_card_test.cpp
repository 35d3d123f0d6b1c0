#include "inference/train/run/result_card.h"

#include <gtest/gtest.h>

namespace jaedan::inference {
namespace {

TEST(ResultCard, TellsDataTermsTrainingAndFiguresByPart) {
  TrainingOptions options;
  options.model_id = "m";
  options.data_terms = "ask first";
  options.folders = {{DataKind::kCcp, "/data/ccp", 1.0}};
  options.recipe.device = Device::kCpu;
  options.recipe.threads = 2;
  TrainingReport report;
  report.seconds = 120;
  report.score.miou = 0.5;
  report.score.garments = 7;
  report.score.parts[0].kept = 0.25;
  report.score.parts[0].photos = 1;
  TrainingSource source;
  source.name = "ccp";
  source.items.resize(5);
  source.items[0].split = Split::kVal;
  const ModelCard card = card_of(options, {{256, 384}}, report, {source});
  EXPECT_EQ(card.data, "ccp: 4 photos to learn from, 1 to choose by");
  EXPECT_EQ(card.architecture, "mobilenet_v2_segmenter");
  EXPECT_EQ(card.role, ModelRole::kSegments);
  EXPECT_EQ(card.terms, "ask first");
  EXPECT_DOUBLE_EQ(card.training.seconds, 120);
  EXPECT_EQ(card.training.device, "cpu");
  EXPECT_EQ(card.training.threads, 2);
  EXPECT_EQ(card.training.photos, 4);
  EXPECT_DOUBLE_EQ(card.metrics.at("miou"), 0.5);
  EXPECT_DOUBLE_EQ(card.part_metrics.at("outer").at("kept"), 0.25);
  EXPECT_EQ(card.part_metrics.at("dress").count("iou"), 0U) << "no photo shows one";
  EXPECT_EQ(card.measured_on, "ccp, split val");
  EXPECT_DOUBLE_EQ(card.metrics.at("photos"), 1);
  report.score.garments = 0;  // a reader was learnt: nothing was segmented
  EXPECT_TRUE(card_of(options, {{256, 384}}, report, {source}).metrics.empty());
}

}  // namespace
}  // namespace jaedan::inference
