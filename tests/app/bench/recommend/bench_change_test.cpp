#include "app/bench/recommend/bench_change.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::bench {
namespace {

using recommender::Item;
using recommender::Recommender;

/// Skirts whose vectors show their fit and nothing else; colour, length and fit are drawn apart from each other.
Recommender many_skirts() {
  std::mt19937_64 random(3);
  std::vector<Item> items;
  for (int photo = 1; photo <= 400; ++photo) {
    const bool slim = random() % 2 == 0;
    const auto noise = static_cast<float>(random() % 100) / 1000;
    items.push_back(recommender::testing::item(photo, 1, Part::kBottom, {slim ? 1.0F : 0.0F, slim ? noise : 1.0F},
                                               {{"length", random() % 2 == 0 ? "mini" : "maxi"},
                                                {"colour", random() % 2 == 0 ? "red" : "black"},
                                                {"fit", slim ? "slim" : "loose"}}));
  }
  return Recommender::create(std::move(items)).value();
}

TEST(BenchChange, TheChangedLabelHoldsAndTheOthersAgreeMoreThanAtRandom) {
  ChangeBenchOptions options;
  options.questions = 100;
  ASSERT_OK_AND_ASSIGN(const ChangeFigures figures, measure_change(many_skirts(), options));
  EXPECT_EQ(figures.questions, 100u);
  EXPECT_DOUBLE_EQ(figures.changed.value, 1);
  EXPECT_GT(figures.agreement.value, 0.8);
  EXPECT_NEAR(figures.at_random.value, 0.5, 0.05);
  ASSERT_TRUE(figures.gain.interval.interval.has_value());
  EXPECT_GT(figures.gain.interval.interval->low, 0);
  EXPECT_NEAR(figures.gain.value, figures.agreement.value - figures.at_random.value, 1e-9);
}

TEST(BenchChange, TheLooksAloneKeepWhatTheyShow) {
  ChangeBenchOptions options;
  options.questions = 100;
  options.ranking = recommender::Ranking::kLooks;
  ASSERT_OK_AND_ASSIGN(const ChangeFigures looks, measure_change(many_skirts(), options));
  options.ranking = recommender::Ranking::kLabelsFirst;
  ASSERT_OK_AND_ASSIGN(const ChangeFigures labels, measure_change(many_skirts(), options));
  EXPECT_LT(looks.agreement.value, labels.agreement.value) << "the vectors know nothing of the colours";
}

TEST(BenchChange, TheSameSeedAsksTheSame) {
  ChangeBenchOptions options;
  options.questions = 20;
  ASSERT_OK_AND_ASSIGN(const ChangeFigures once, measure_change(many_skirts(), options));
  ASSERT_OK_AND_ASSIGN(const ChangeFigures again, measure_change(many_skirts(), options));
  EXPECT_EQ(once.agreement.value, again.agreement.value);
  EXPECT_EQ(once.gain.interval.interval->low, again.gain.interval.interval->low);
}

TEST(BenchChange, WithoutEnoughOfAnotherValueThereIsNoQuestion) {
  const Recommender few =
      Recommender::create({recommender::testing::item(1, 1, Part::kTop, {1}, {{"colour", "red"}}),
                           recommender::testing::item(2, 1, Part::kTop, {1}, {{"colour", "black"}})})
          .value();
  ASSERT_OK_AND_ASSIGN(const ChangeFigures figures, measure_change(few, {}));
  EXPECT_EQ(figures.questions, 0u);
  ASSERT_OK_AND_ASSIGN(const ChangeFigures empty, measure_change(Recommender::create({}).value(), {}));
  EXPECT_EQ(empty.questions, 0u);
}

}  // namespace
}  // namespace jaedan::bench
