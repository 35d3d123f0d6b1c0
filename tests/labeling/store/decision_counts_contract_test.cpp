// What inspectors decide, and what becomes of it, in the manager's numbers of every store.
#include <map>

#include "tests/labeling/store/counts_contract.h"

namespace jaedan::labeling {
namespace {

using testing::garment;

class DecisionCounts : public testing::CountsContract {};
JAEDAN_FOR_ALL_STORES(DecisionCounts);

TEST_P(DecisionCounts, AnApprovalJudgesAllWhoEndedAStage) {
  deed("ian", "approve", worked_on("a"), WorkflowState::kApproved);
  EXPECT_EQ(sum(of(CountKind::kVerdict, "ian"), "approve").n, 1);
  std::map<std::string, int> stages;
  for (const CountRow& row : rows(of(CountKind::kJudged))) {
    EXPECT_EQ(row.value.n, 1);
    EXPECT_EQ(row.key.other, "ian");
    EXPECT_EQ(row.key.word, "approve");
    stages[row.key.who] = row.key.stage;
  }
  EXPECT_EQ(stages, (std::map<std::string, int>{{"kim", 0}, {"lee", 1}, {"eve", 2}}));
}

TEST_P(DecisionCounts, AReturnJudgesWhoEndedTheStageThatItGoesBackTo) {
  const Annotation annotation = worked_on("a");
  deed("ian", "return", annotation, WorkflowState::kReturned);
  ASSERT_EQ(rows(of(CountKind::kJudged)).size(), 1u);
  EXPECT_EQ(rows(of(CountKind::kJudged))[0].key.who, "kim") << "the first stage, until something else is said";
  send_back(annotation.photo, Stage::kBasic, ReturnReason::kWrongLabel);
  ASSERT_EQ(rows(of(CountKind::kJudged)).size(), 1u);
  const CountKey judged = rows(of(CountKind::kJudged))[0].key;
  EXPECT_EQ(judged.who, "lee");
  EXPECT_EQ(judged.stage, static_cast<int>(Stage::kBasic));
  EXPECT_EQ(judged.attribute, "wrong_label");
  EXPECT_EQ(sum(of(CountKind::kVerdict, "ian"), "return", "wrong_label").n, 1);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 1);
  const std::vector<CountRow> photos = rows(of(CountKind::kPhoto));
  ASSERT_EQ(photos.size(), 1u);
  EXPECT_EQ(photos[0].key.word, "returned");
  EXPECT_EQ(photos[0].key.stage, static_cast<int>(Stage::kBasic));
  CountQuery bottoms = of(CountKind::kVerdict, "ian");
  bottoms.part = static_cast<int>(Part::kBottom);
  EXPECT_EQ(sum(bottoms).n, 1);

  deed("lee", "submit", annotation, WorkflowState::kBasic);
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.stage, -1);
  EXPECT_EQ(sum(of(CountKind::kJudged, "lee"), "return").n, 1) << "the decision stands";
}

TEST_P(DecisionCounts, AnApprovalByRuleMovesAPhotoOnAndIsNobodysVerdict) {
  Annotation annotation = worked_on("a");
  deed("ian", "approve", annotation, WorkflowState::kApproved);
  deed("kim", "draw", annotation, WorkflowState::kChanged);
  deed("boss", "approve_by_rule", annotation, WorkflowState::kApproved);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 1) << "ian's";
  EXPECT_TRUE(rows(of(CountKind::kVerdict, "boss")).empty());
  EXPECT_EQ(sum(of(CountKind::kJudged)).n, 3);
  const std::vector<CountRow> deeds = rows(of(CountKind::kDeed, "boss"));
  ASSERT_EQ(deeds.size(), 1u);
  EXPECT_EQ(deeds[0].key.stage, static_cast<int>(Stage::kInspect));
  EXPECT_EQ(deeds[0].key.word, "approve_by_rule");
  EXPECT_EQ(deeds[0].value.hits, 1);
  EXPECT_EQ(deeds[0].value.garments, 2);
  deed("boss", "undo_approve_by_rule", annotation, WorkflowState::kChanged);
  EXPECT_EQ(sum(of(CountKind::kVerdict, "ian"), "approve").n, 1) << "it stands";
  EXPECT_EQ(sum(of(CountKind::kDeed, "boss"), "approve_by_rule").hits, 0);
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.word, "changed");
  deed("boss", "approve_by_rule", annotation, WorkflowState::kApproved);
  deed("boss", "undo_approve", annotation, WorkflowState::kChanged);  // in the window
  EXPECT_EQ(sum(of(CountKind::kVerdict, "ian"), "approve").n, 1);
}

TEST_P(DecisionCounts, WhoSendsAReturnedPhotoElsewhereLeavesTheVerdictToWhoReturnedIt) {
  const Annotation annotation = worked_on("a");
  deed("ian", "return", annotation, WorkflowState::kReturned);
  send_back(annotation.photo, Stage::kBasic, ReturnReason::kWrongLabel);
  send_back(annotation.photo, Stage::kDrawn, ReturnReason::kOutline, "boss");
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.stage, static_cast<int>(Stage::kDrawn));
  EXPECT_EQ(sum(of(CountKind::kVerdict, "ian"), "return", "wrong_label").n, 1);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 1);
  EXPECT_EQ(sum(of(CountKind::kJudged, "lee")).n, 1);
  EXPECT_EQ(sum(of(CountKind::kJudged)).n, 1);
}

TEST_P(DecisionCounts, ADecisionThatIsUndoneIsTakenOut) {
  const Annotation annotation = worked_on("a");
  deed("ian", "approve", annotation, WorkflowState::kApproved);
  deed("ian", "undo_approve", annotation, WorkflowState::kExpert);
  EXPECT_TRUE(rows(of(CountKind::kVerdict)).empty());
  EXPECT_TRUE(rows(of(CountKind::kJudged)).empty());
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian"), "undo_approve").n, 1);
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).hits, 0) << "nothing is decided";
  EXPECT_EQ(sum(of(CountKind::kDeed, "eve")).hits, 1) << "an undo moves no photo on";
  deed("ian", "return", annotation, WorkflowState::kReturned);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 1);
}

TEST_P(DecisionCounts, TwoDecisionsThatAreUndoneAtOnceAreBothTakenOut) {
  const Annotation annotation = worked_on("a");
  deed("ian", "approve", annotation, WorkflowState::kApproved);
  deed("ian", "return", annotation, WorkflowState::kReturned);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 2);
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).hits, 2);
  deed("ian", "undo_approve", annotation, WorkflowState::kExpert);  // named after the first of the two
  EXPECT_TRUE(rows(of(CountKind::kVerdict)).empty());
  EXPECT_TRUE(rows(of(CountKind::kJudged)).empty());
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).hits, 0);
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).garments, 0);
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).n, 3) << "the records stay";
}

TEST_P(DecisionCounts, OfTwoDecisionsTheOneThatIsNotUndoneStands) {
  const Annotation annotation = worked_on("a");
  deed("ian", "approve", annotation, WorkflowState::kApproved);
  deed("ian", "return", annotation, WorkflowState::kReturned);
  deed("ian", "undo_return", annotation, WorkflowState::kApproved);
  EXPECT_EQ(sum(of(CountKind::kVerdict), "approve").n, 1);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 1);
  EXPECT_EQ(sum(of(CountKind::kJudged)).n, 3);
  deed("ian", "undo_approve", annotation, WorkflowState::kExpert);
  EXPECT_TRUE(rows(of(CountKind::kVerdict)).empty());

  // Back over somebody's work to the decision before it.
  deed("ian", "approve", annotation, WorkflowState::kApproved);
  deed("mina", "draw", annotation, WorkflowState::kChanged);
  deed("mina", "approve", annotation, WorkflowState::kApproved);
  deed("mina", "undo_approve", annotation, WorkflowState::kApproved);
  EXPECT_EQ(sum(of(CountKind::kVerdict, "ian"), "approve").n, 1);
  EXPECT_TRUE(rows(of(CountKind::kVerdict, "mina")).empty());
}

TEST_P(DecisionCounts, OfTwoDecisionsThatAreSavedAtOnceTheLastOneCounts) {
  const Annotation annotation = worked_on("a");
  deed("ian", "approve", annotation, WorkflowState::kReturned);  // … and returned
  EXPECT_EQ(sum(of(CountKind::kVerdict), "return").n, 1);
  EXPECT_EQ(sum(of(CountKind::kVerdict)).n, 1);
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).hits, 1);
  deed("ian", "undo_approve", annotation, WorkflowState::kExpert);
  EXPECT_TRUE(rows(of(CountKind::kVerdict)).empty());
  EXPECT_EQ(sum(of(CountKind::kDeed, "ian")).hits, 0);
}

TEST_P(DecisionCounts, AMergeThatIsTakenBackLeavesThePhotoWhereItWaited) {
  const Annotation annotation = worked_on("a");
  deed("ian", "return", annotation, WorkflowState::kReturned);
  send_back(annotation.photo, Stage::kBasic, ReturnReason::kWrongLabel);
  deed("boss", "merge", annotation, WorkflowState::kBasic);
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.stage, -1);
  deed("boss", "undo_merge", annotation, WorkflowState::kReturned);
  ASSERT_EQ(rows(of(CountKind::kPhoto)).size(), 1u);
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.word, "returned");
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.stage, static_cast<int>(Stage::kBasic));
  // Merged anew, and taken back once more: lee's labels are lee's again.
  deed("boss", "merge", annotation, WorkflowState::kBasic);
  deed("boss", "undo_merge", annotation, WorkflowState::kReturned);
  EXPECT_EQ(rows(of(CountKind::kPhoto))[0].key.stage, static_cast<int>(Stage::kBasic));
  deed("mina", "submit", annotation, WorkflowState::kExpert);
  deed("ian", "approve", annotation, WorkflowState::kApproved);
  CountQuery lee = of(CountKind::kJudged, "lee");
  EXPECT_EQ(sum(lee, "approve").n, 1);
}

TEST_P(DecisionCounts, NobodyJudgesTheirOwnWork) {
  Annotation annotation;
  annotation.photo = add_photo("a");
  annotation.garments = {garment(1, Part::kTop)};
  deed("mina", "draw", annotation, WorkflowState::kDrawn);
  deed("mina", "approve", annotation, WorkflowState::kApproved);
  EXPECT_TRUE(rows(of(CountKind::kJudged)).empty());
  EXPECT_EQ(sum(of(CountKind::kVerdict, "mina")).n, 1);
  EXPECT_EQ(sum(of(CountKind::kDeed, "mina"), "draw").hits, 1) << "without a team drawing moves a photo on";
}

}  // namespace
}  // namespace jaedan::labeling
