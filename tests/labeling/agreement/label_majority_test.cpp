#include "labeling/agreement/label_majority.h"

#include <gtest/gtest.h>

#include "tests/labeling/agreement/people_of_one_photo.h"

namespace jaedan::labeling::testing {
namespace {

MergedLabels majority(const std::vector<AttributeValues>& said) {
  std::vector<LabelsOf> people;
  for (std::size_t i = 0; i < said.size(); ++i) people.push_back({i, &said[i]});
  return majority_labels(people, small_taxonomy());
}

TEST(LabelMajority, MostDecideAndEverybodysVoteIsKept) {
  const MergedLabels labels =
      majority({words({{"colour", "red"}}, "a"), words({{"colour", "blue"}}, "b"), words({{"colour", "blue"}}, "c")});
  EXPECT_EQ(values_of(labels.values, "colour"), (std::vector<std::string>{"blue"}));
  EXPECT_EQ(labels.values[0].provenance.author, "b") << "as the first who said it";
  ASSERT_EQ(labels.votes.size(), 2u);
  EXPECT_EQ(labels.votes[0].outcome, VoteOutcome::kDropped);
  EXPECT_EQ(labels.votes[1].supporters, (std::vector<std::size_t>{1, 2}));
  EXPECT_FALSE(labels.undecided());
}

TEST(LabelMajority, ATieIsUndecidedAndSetsNothing) {
  const MergedLabels labels = majority({words({{"colour", "red"}}, "a"), words({{"colour", "blue"}}, "b")});
  EXPECT_TRUE(labels.values.empty());
  EXPECT_TRUE(labels.undecided());
  for (const LabelVote& vote : labels.votes) EXPECT_EQ(vote.outcome, VoteOutcome::kUndecided);
  // Two, two and one: the one is out, the twos are not decided.
  const MergedLabels five =
      majority({words({{"colour", "red"}}, "a"), words({{"colour", "blue"}}, "b"), words({{"colour", "red"}}, "c"),
                words({{"colour", "blue"}}, "d"), words({{"colour", "green"}}, "e")});
  EXPECT_EQ(five.votes[2].value, "green");
  EXPECT_EQ(five.votes[2].outcome, VoteOutcome::kDropped);
  EXPECT_TRUE(five.undecided());
}

TEST(LabelMajority, NamingNoneIsAVote) {
  const MergedLabels labels = majority({words({}, "a"), words({{"colour", "blue"}}, "b"), words({}, "c")});
  EXPECT_TRUE(labels.values.empty());
  EXPECT_FALSE(labels.undecided());
  ASSERT_EQ(labels.votes.size(), 2u);
  EXPECT_EQ(labels.votes[0].value, "");
  EXPECT_EQ(labels.votes[0].supporters, (std::vector<std::size_t>{0, 2}));
}

TEST(LabelMajority, OfSeveralValuesEachStandsByItself) {
  const MergedLabels labels =
      majority({words({{"detail", "zip"}, {"detail", "button"}}, "a"), words({{"detail", "zip"}}, "b"),
                words({{"detail", "zip"}}, "c"), words({{"detail", "button"}, {"detail", "belt"}}, "d")});
  EXPECT_EQ(values_of(labels.values, "detail"), (std::vector<std::string>{"zip"}));
  ASSERT_EQ(labels.votes.size(), 3u);
  EXPECT_EQ(labels.votes[1].outcome, VoteOutcome::kUndecided) << "half are for buttons";
  EXPECT_EQ(labels.votes[2].outcome, VoteOutcome::kDropped);
}

TEST(LabelMajority, AnUnknownAttributeOfWhichSomebodyGaveSeveralTakesSeveral) {
  const MergedLabels labels = majority({words({{"own", "x"}, {"own", "y"}}, "a"), words({{"own", "x"}}, "b")});
  EXPECT_EQ(values_of(labels.values, "own"), (std::vector<std::string>{"x"}));
  EXPECT_TRUE(labels.undecided());
}

TEST(LabelMajority, NobodyOrNothingIsNothing) {
  EXPECT_TRUE(majority({}).votes.empty());
  EXPECT_TRUE(majority({{}, {}}).votes.empty());
}

}  // namespace
}  // namespace jaedan::labeling::testing
