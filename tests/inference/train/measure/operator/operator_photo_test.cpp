#include "inference/train/measure/operator/operator_photo.h"

#include <gtest/gtest.h>

#include "inference/train/data/pieces.h"
#include "inference/train/measure/operator/operator_trials.h"
#include "tests/inference/clicks/squares.h"
#include "tests/inference/train/measure/operator/made_photo.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

const MadeSquare kTopSquare = {Part::kTop, 10, 10, 30}, kBottomSquare = {Part::kBottom, 10, 50, 40};

MadeSquare as(Part part, MadeSquare square) {
  square.part = part;
  return square;
}

Result<PhotoWork> work(const TrainingItem& item, const OperatorTools& tools, LabelMemory memory = {}) {
  return work_on_photo(item, made_taxonomy(), tools, {}, 1, memory);
}

Acts drawing(const MadeSquare& square) {
  Mask truth = Mask::of_size(100, 100);
  fill(truth, region_of(square), kPiecePixel);
  return act::kBeginGarment + draw_by_hand(truth, {});
}

TEST(OperatorPhoto, ARightProposalCostsLookingAndOneKey) {
  ASSERT_OK_AND_ASSIGN(const PhotoWork done, work(photo_of({kTopSquare}), proposing({reading_of({kTopSquare})})));
  EXPECT_EQ(done.looking, act::kLookAtPhoto + act::kLookAtGarment + act::kApprove);
  EXPECT_EQ(done.proposals, act::kAcceptAll);
  ASSERT_EQ(done.garments.size(), 1U);
  EXPECT_EQ(done.garments[0].way, GarmentWay::kKept);
  EXPECT_EQ(done.garments[0].outline, Acts{});
  EXPECT_NEAR(done.mask_seconds(), 0.28, 1e-9);
  EXPECT_EQ(done.label_seconds(), 0);
  EXPECT_NEAR(done.seconds(), 2 * 1.35 + 2 * 0.28 + 0.28, 1e-9);
}

TEST(OperatorPhoto, WithoutAnythingEveryGarmentIsDrawn) {
  ASSERT_OK_AND_ASSIGN(const PhotoWork done, work(photo_of({kTopSquare, kBottomSquare}), {}));
  EXPECT_EQ(done.looking, act::kLookAtPhoto + act::kApprove);
  EXPECT_EQ(done.proposals, Acts{});
  ASSERT_EQ(done.garments.size(), 2U);
  EXPECT_EQ(done.garments[0].outline, drawing(kTopSquare));
  EXPECT_EQ(done.garments[1].outline, drawing(kBottomSquare));
  EXPECT_EQ(done.garments[1].way, GarmentWay::kDrawn);
}

TEST(OperatorPhoto, AMissingGarmentIsDrawnOrClicked) {
  const TrainingItem item = photo_of({kTopSquare, kBottomSquare});
  OperatorTools tools = proposing({reading_of({kTopSquare})});
  ASSERT_OK_AND_ASSIGN(const PhotoWork drawn, work(item, tools));
  EXPECT_EQ(drawn.proposals, act::kAcceptAll);
  EXPECT_EQ(drawn.garments[0].way, GarmentWay::kKept);
  EXPECT_EQ(drawn.garments[1].outline, drawing(kBottomSquare));
  Squares squares(20);
  tools.clicks = &squares;
  ASSERT_OK_AND_ASSIGN(const PhotoWork clicked, work(item, tools));
  EXPECT_EQ(clicked.garments[1].way, GarmentWay::kClicked);
  EXPECT_EQ(clicked.garments[1].outline, act::kBeginGarment + act::kTakeTool + act::kClick + act::kFinish);
}

TEST(OperatorPhoto, AWrongPartIsChangedAndKeepsWhatMayBeSaidOfBoth) {
  TrainingItem item = photo_of({kTopSquare});
  item.known[1]["colour"] = {"red"};
  const Reading reading = reading_of({as(Part::kOuter, kTopSquare)}, {guess("colour", "red")});
  ASSERT_OK_AND_ASSIGN(const PhotoWork done, work(item, proposing({reading})));
  ASSERT_EQ(done.garments.size(), 1U);
  EXPECT_TRUE(done.garments[0].part_changed);
  EXPECT_EQ(done.garments[0].part, Part::kTop);
  EXPECT_EQ(done.garments[0].outline, act::kSelect + act::kChangePart);
  EXPECT_EQ(done.label_keys(), 0) << "red it is";
  EXPECT_NEAR(done.label_seconds(), 1.35, 1e-9);
}

TEST(OperatorPhoto, TheSecondReadingIsOneKeyAndALookAway) {
  const TrainingItem item = photo_of({kTopSquare, kBottomSquare});
  const Reading wrong = reading_of({{Part::kDress, 60, 5, 30}}), right = reading_of({kTopSquare, kBottomSquare});
  ASSERT_OK_AND_ASSIGN(const PhotoWork done, work(item, proposing({wrong, right})));
  EXPECT_EQ(done.reading, 1);
  EXPECT_EQ(done.looking, act::kLookAtPhoto + act::kNextReading + 2 * act::kLookAtGarment + act::kApprove);
  EXPECT_EQ(done.proposals, act::kAcceptAll);
  EXPECT_EQ(done.refused, 0);
}

TEST(OperatorPhoto, AWrongLabelTakesItsKeysBesideTheLook) {
  TrainingItem item = photo_of({kTopSquare});
  item.known[1]["colour"] = {"red"};
  item.of_photo["style"] = {"street"};
  const auto seconds_with = [&](const AttributeValues& said) {
    const Result<PhotoWork> done = work(item, proposing({reading_of({kTopSquare}, said)}));
    EXPECT_OK(done);
    return done.ok() ? done->label_seconds() : -1;
  };
  // ↓, a look at each of two labels; the style takes a digit.
  const double both = 0.28 + 2 * 1.35 + 0.28;
  EXPECT_NEAR(seconds_with({guess("colour", "red")}), both + 0.28, 1e-9) << "Enter";
  EXPECT_NEAR(seconds_with({guess("colour", "pink", "red")}), both + 0.28, 1e-9) << "the second guess";
  EXPECT_NEAR(seconds_with({guess("colour", "pink")}), both + 0.28, 1e-9) << "4";
  EXPECT_NEAR(seconds_with({guess("colour", "mint")}), both + 2 * 0.28, 1e-9) << "0 4, or letters";
  EXPECT_NEAR(seconds_with({}), both + 0.28, 1e-9);
  item.of_photo.clear();
  EXPECT_NEAR(seconds_with({guess("colour", "red")}), 1.35, 1e-9) << "no label takes a key: none begins label mode";
  EXPECT_NEAR(seconds_with({guess("colour", "pink")}), 2 * 0.28 + 1.35, 1e-9);
}

TEST(OperatorPhoto, WhatNobodyKnowsIsNeitherDeletedNorMissed) {
  TrainingItem item = photo_of({kTopSquare});
  const OperatorTools tools = proposing({reading_of({kTopSquare, kBottomSquare})});
  ASSERT_OK_AND_ASSIGN(const PhotoWork absent, work(item, tools));
  EXPECT_EQ(absent.proposals, act::kAcceptAll + act::kSelect + act::kDeleteSelected);
  item.present[2] = -1;
  ASSERT_OK_AND_ASSIGN(const PhotoWork unknown, work(item, tools));
  EXPECT_EQ(unknown.proposals, act::kAcceptAll);
  item.present[2] = 0, item.without_mask[2] = true;
  ASSERT_OK_AND_ASSIGN(const PhotoWork unmasked, work(item, tools));
  EXPECT_EQ(unmasked.proposals, act::kAcceptAll);
}

TEST(OperatorPhoto, NeverTakesLongerThanDrawingEverythingAndIsTheSameAgain) {
  Random chance(5);
  const auto number = [&](std::uint64_t below) { return static_cast<int>(chance.below(below)); };
  const auto some_square = [&] {
    const Part part = kAllParts[chance.below(kAllParts.size())];
    const int side = 10 + number(40);
    return MadeSquare{part, number(100 - static_cast<std::uint64_t>(side)),
                      number(100 - static_cast<std::uint64_t>(side)), side};
  };
  Squares squares(12);
  for (int round = 0; round < 20; ++round) {
    const TrainingItem item = photo_of({some_square(), some_square()});
    OperatorTools tools = proposing({reading_of({some_square(), some_square()}), reading_of({some_square()})});
    tools.clicks = &squares;
    ASSERT_OK_AND_ASSIGN(const PhotoWork by_hand, work(item, {}));
    ASSERT_OK_AND_ASSIGN(const PhotoWork helped, work(item, tools));
    ASSERT_OK_AND_ASSIGN(const PhotoWork again, work(item, tools));
    EXPECT_EQ(helped.seconds(), again.seconds()) << round;
    EXPECT_EQ(helped.reading, again.reading) << round;
    const double looking = (2 * act::kLookAtGarment + act::kInsist).seconds();
    EXPECT_LE(helped.seconds(), by_hand.seconds() + looking + 1e-9) << round;
  }
}

TEST(OperatorTrials, WhatWasSaidOfOnePhotoIsOfferedOnTheNext) {
  TrainingItem item = photo_of({kTopSquare});
  item.known[1]["colour"] = {"mint"};
  int told = 0;
  OperatorOptions options;
  options.progress = [&](int /*done*/, int total) { told = total; };
  ASSERT_OK_AND_ASSIGN(const auto works, work_on_photos({{"", 1, {item, item}}}, made_taxonomy(), {}, options));
  ASSERT_EQ(works.size(), 2U);
  EXPECT_EQ(told, 2);
  EXPECT_EQ(works[0].label_keys(), 3) << "the arrow, and two keys";
  EXPECT_EQ(works[1].label_keys(), 2) << "Enter";
  EXPECT_EQ(works[1].label_count(), 1);
}

TEST(OperatorTrials, CanBeStoppedAndNeedAGarment) {
  const std::atomic<bool> stopped{true};
  OperatorOptions options;
  options.cancel = &stopped;
  EXPECT_ERROR(work_on_photos({{"", 1, {photo_of({kTopSquare})}}}, made_taxonomy(), {}, options),
               ErrorCode::kCancelled);
  EXPECT_ERROR(work_on_photos({{"", 1, {photo_of({})}}}, made_taxonomy(), {}, {}), ErrorCode::kInvalidArgument);
  OperatorTools broken;
  broken.propose = [](const ImageView&) -> Result<Prediction> {
    return Error{ErrorCode::kInternal, "operator.stopped", "the simulated person: stopped"};
  };
  const auto failed = work_on_photos({{"", 1, {photo_of({kTopSquare})}}}, made_taxonomy(), broken, {});
  ASSERT_FALSE(failed.ok());
  EXPECT_NE(failed.error().text().find("made"), std::string::npos) << "the photo's name";
}

}  // namespace
}  // namespace jaedan::inference
