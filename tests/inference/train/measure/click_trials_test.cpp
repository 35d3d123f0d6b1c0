#include "inference/train/measure/click_trials.h"

#include <gtest/gtest.h>

#include "tests/inference/clicks/click_masks.h"
#include "tests/inference/clicks/squares.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

TEST(ClickTrials, CountClicksUntilTheMaskIsGood) {
  TrainingItem item;
  item.name = "a";
  item.photo = Image::of_size(60, 60);
  item.labels = square_mask(60, 60, 20, 20, 20, mask_value(Part::kTop));
  Squares squares(10);
  ASSERT_OK_AND_ASSIGN(const ClickTrials trials, try_clicks(squares, {{"", 1, {item}}}, {}));
  ASSERT_EQ(trials.pieces.size(), 1U);
  const ClickScore score = score_trials(trials.pieces, 20, [](const ClickTrial& trial) { return trial.is_part; });
  EXPECT_EQ(score.pieces, 1);
  EXPECT_EQ(score.clicks_to_85, 1);
  EXPECT_EQ(score.failed_90, 0);
  EXPECT_EQ(score.iou_after[0], 0);
  EXPECT_GT(score.iou_after[1], 0.85);
  // Tiny squares never fill it: a failure counts as all clicks.
  Squares tiny(1);
  ASSERT_OK_AND_ASSIGN(const ClickTrials few, try_clicks(tiny, {{"", 1, {item}}}, {}));
  const ClickScore failed = score_trials(few.pieces, 20, [](const ClickTrial&) { return true; });
  EXPECT_EQ(failed.clicks_to_85, 20);
  EXPECT_EQ(failed.failed_85, 1);
  item.labels = Mask::of_size(60, 60);
  EXPECT_ERROR(try_clicks(squares, {{"", 1, {item}}}, {}), ErrorCode::kInvalidArgument);
}

TEST(ClickTrials, ProposalsAreCorrected) {
  TrainingItem item;
  item.photo = Image::of_size(60, 60);
  item.labels = square_mask(60, 60, 20, 20, 20, mask_value(Part::kTop));
  item.proposals = square_mask(60, 60, 20, 20, 20, mask_value(Part::kTop));
  ClickTrialOptions options;
  options.from_proposals = true;
  Squares squares(10);
  ASSERT_OK_AND_ASSIGN(const ClickTrials trials, try_clicks(squares, {{"", 1, {item}}}, options));
  EXPECT_EQ(trials.pieces[0].iou, std::vector<double>{1});
  EXPECT_EQ(score_trials(trials.pieces, 20, [](const ClickTrial&) { return true; }).clicks_to_90, 0);
}

TEST(ClickTrials, SayWhatAPersonSeesOfTheAnswers) {
  TrainingItem item;
  item.photo = Image::of_size(60, 60);
  item.labels = square_mask(60, 60, 20, 20, 20, mask_value(Part::kTop));
  Squares squares(10);
  ASSERT_OK_AND_ASSIGN(const ClickTrials trials, try_clicks(squares, {{"", 1, {item}}}, {}));
  ASSERT_FALSE(trials.pieces[0].answers.empty());
  const AnswerShape& first = trials.pieces[0].answers.front();
  EXPECT_EQ(first.pieces, 1);
  EXPECT_EQ(first.holes, 0);
  EXPECT_GE(first.points, 4);
  EXPECT_FALSE(first.corrects);

  ClickTrial one, two;
  one.iou = {0, 0.5, 0.6}, two.iou = {0, 0.5};
  one.answers = {{1, 0, 10, false, false, false, 0.01}, {3, 2, 30, true, true, true, 0.04}};
  two.answers = {{2, 1, 20, false, false, false, 0.01}};
  const auto all = [](const ClickTrial&) { return true; };
  const ClickScore score = score_trials({one, two}, 20, all);
  EXPECT_EQ(score.answer_pieces, 2);
  EXPECT_EQ(score.answer_holes, 1);
  EXPECT_EQ(score.answer_points, 20);
  EXPECT_EQ(score.far_changes, 1);
  EXPECT_EQ(score.small_far_changes, 1);
  EXPECT_NEAR(score.outline_loss, 0.02, 1e-9);
  EXPECT_EQ(score_trials({two}, 20, all).far_changes, 0) << "there was nothing to change";
}

}  // namespace
}  // namespace jaedan::inference
