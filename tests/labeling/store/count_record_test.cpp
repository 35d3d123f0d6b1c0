// What one record adds to the manager's numbers.
#include "labeling/store/counts/count_record.h"

#include <gtest/gtest.h>

#include "labeling/store/annotation_json.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

std::int64_t milliseconds_of(const Counts& counts, int part = 0) {
  std::int64_t sum = 0;
  for (const auto& [key, value] : counts) {
    if (key.kind == CountKind::kDeed && key.part == part && key.style.empty()) sum += value.milliseconds;
  }
  return sum;
}

/// kim changes a photo with two tops and a dress.
class CountingOfKim : public ::testing::Test {
 protected:
  Counts at(const std::string& time, const std::string& action = "draw") {
    LogRecord record;
    record.at = "2026-03-01T" + time + "Z";
    record.note = {"kim", action};
    record.subject = LogSubject::of_photo(PhotoId{1});
    record.revision = 1;
    RecordFacts after;
    after.garments = {{1, static_cast<int>(Part::kTop), "", {}},
                      {2, static_cast<int>(Part::kTop), "", {}},
                      {3, static_cast<int>(Part::kDress), "", {}}};
    return count_record({record, {}, after}, photo_, kim_);
  }
  PhotoMemory photo_;
  PersonMemory kim_;
};

TEST_F(CountingOfKim, AMinuteIsWorkAndMoreIsAPause) {
  EXPECT_EQ(milliseconds_of(at("08:00:00.000")), 0) << "what was before is not known";
  EXPECT_EQ(milliseconds_of(at("08:00:12.345")), 12345);
  EXPECT_EQ(milliseconds_of(at("08:01:12.345")), 60000);
  EXPECT_EQ(milliseconds_of(at("08:02:12.346")), 0);
  EXPECT_EQ(milliseconds_of(at("08:02:13.346")), 1000);
  EXPECT_EQ(milliseconds_of(at("07:00:00.000")), 0) << "the clock was set back";
  EXPECT_EQ(milliseconds_of(at("07:00:01.000")), 1000);
  EXPECT_EQ(milliseconds_of(at("no time")), 0);
}

TEST_F(CountingOfKim, AClaimIsNoWorkButItsTimeBegins) {
  LogRecord claim;
  claim.note = {"kim", "claim"};
  claim.subject = {SubjectKind::kTask, "7", PhotoId{1}};
  EXPECT_TRUE(begins_work(claim));
  EXPECT_FALSE(counts(claim));
  claim.note.action = "assign";
  EXPECT_FALSE(begins_work(claim));
}

TEST_F(CountingOfKim, TheTimeIsSharedByTheGarments) {
  at("08:00:00.000");
  const Counts counts = at("08:00:30.000");
  EXPECT_EQ(milliseconds_of(counts, static_cast<int>(Part::kTop)), 20000);
  EXPECT_EQ(milliseconds_of(counts, static_cast<int>(Part::kDress)), 10000);
  EXPECT_EQ(milliseconds_of(counts, static_cast<int>(Part::kBottom)), 0);
}

TEST(LabelsOfAReturnedPhoto, AreGivenWhereItWasSent) {
  LogRecord record;
  record.at = "2026-03-01T08:00:00.000Z";
  record.note = {"eve", "label"};
  record.subject = LogSubject::of_photo(PhotoId{1});
  record.revision = 2;
  RecordFacts returned;
  returned.state = WorkflowState::kReturned;
  const auto stage_counted = [&](std::optional<Stage> sent_to) {
    PhotoMemory photo;
    PersonMemory eve;
    photo.state = WorkflowState::kReturned;
    if (sent_to) photo.returned_to = static_cast<int>(*sent_to);
    for (const auto& [key, value] : count_record({record, returned, returned}, photo, eve)) {
      if (key.kind == CountKind::kDeed) return key.stage;
    }
    return -1;
  };
  EXPECT_EQ(stage_counted(Stage::kExpert), static_cast<int>(Stage::kExpert));
  EXPECT_EQ(stage_counted(Stage::kBasic), static_cast<int>(Stage::kBasic));
  EXPECT_EQ(stage_counted(std::nullopt), static_cast<int>(Stage::kBasic)) << "nobody said where it went";
}

TEST(AStageThatWasMerged, IsNobodysWorkToBeJudged) {
  PhotoMemory photo;
  PersonMemory person;
  const auto record = [&](const char* who, const char* action, WorkflowState before, WorkflowState after) {
    LogRecord one;
    one.at = "2026-03-01T08:00:00.000Z";
    one.note = {who, action};
    one.subject = LogSubject::of_photo(PhotoId{1});
    one.revision = 1;
    RecordFacts was, is;
    was.state = before;
    is.state = after;
    return count_record({one, was, is}, photo, person);
  };
  record("boss", "merge", WorkflowState::kNew, WorkflowState::kDrawn);
  record("lee", "submit", WorkflowState::kDrawn, WorkflowState::kBasic);
  std::vector<std::string> judged;
  for (const auto& [key, value] : record("ian", "approve", WorkflowState::kBasic, WorkflowState::kApproved)) {
    if (key.kind == CountKind::kJudged) judged.push_back(key.who);
  }
  EXPECT_EQ(judged, std::vector<std::string>{"lee"});
}

TEST(StageOfDeed, IsTheOneThatThePhotoCameToOrTheOneThatWorksSo) {
  using S = WorkflowState;
  EXPECT_EQ(stage_of_deed("draw", S::kNew, S::kDrawn), Stage::kDrawn);
  EXPECT_EQ(stage_of_deed("submit", S::kReturned, S::kBasic), Stage::kBasic);
  EXPECT_EQ(stage_of_deed("submit", S::kBasic, S::kExpert), Stage::kExpert);
  EXPECT_EQ(stage_of_deed("undo_submit", S::kExpert, S::kBasic), Stage::kExpert);
  EXPECT_EQ(stage_of_deed("label", S::kDrawn, S::kDrawn), Stage::kBasic);
  EXPECT_EQ(stage_of_deed("label", S::kReturned, S::kReturned), Stage::kBasic);
  EXPECT_EQ(stage_of_deed("label", S::kReturned, S::kReturned, Stage::kExpert), Stage::kExpert);
  EXPECT_EQ(stage_of_deed("label", S::kBasic, S::kBasic, Stage::kDrawn), Stage::kExpert) << "it is there no more";
  EXPECT_EQ(stage_of_deed("label", S::kBasic, S::kBasic), Stage::kExpert);
  EXPECT_EQ(stage_of_deed("label", S::kApproved, S::kChanged), Stage::kExpert);
  EXPECT_EQ(stage_of_deed("accept", S::kNew, S::kNew), Stage::kDrawn);
  EXPECT_EQ(stage_of_deed("accept", S::kDrawn, S::kDrawn), Stage::kBasic);
  EXPECT_EQ(stage_of_deed("approve", S::kExpert, S::kApproved), Stage::kInspect);
  EXPECT_EQ(stage_of_deed("undo_approve", S::kApproved, S::kExpert), Stage::kInspect);
  EXPECT_EQ(stage_of_deed("return", S::kExpert, S::kReturned), Stage::kInspect);
}

TEST(RecordFactsOf, TextAreThoseOfTheAnnotation) {
  const Annotation annotation = testing::full_annotation(PhotoId{3});
  const RecordFacts here = record_facts(annotation);
  ASSERT_OK_AND_ASSIGN(const RecordFacts read, record_facts(annotation_to_json(annotation)));
  EXPECT_EQ(read.state, here.state);
  EXPECT_EQ(read.styles(), std::vector<std::string>{"street"});
  EXPECT_EQ(read.garment_counts(), here.garment_counts());
  ASSERT_EQ(read.garments.size(), here.garments.size());
  for (std::size_t i = 0; i < read.garments.size(); ++i) {
    EXPECT_EQ(read.garments[i].garment, here.garments[i].garment);
    EXPECT_EQ(read.garments[i].part, here.garments[i].part);
    EXPECT_EQ(read.garments[i].outline_model, here.garments[i].outline_model);
    ASSERT_EQ(read.garments[i].words.size(), here.garments[i].words.size());
    for (std::size_t w = 0; w < read.garments[i].words.size(); ++w) {
      EXPECT_EQ(read.garments[i].words[w].value, here.garments[i].words[w].value);
      EXPECT_EQ(read.garments[i].words[w].model, here.garments[i].words[w].model);
      EXPECT_EQ(read.garments[i].words[w].is_guess, here.garments[i].words[w].is_guess);
    }
  }
  EXPECT_ERROR(record_facts(R"({"champion":null})"), ErrorCode::kCorrupt);
  EXPECT_ERROR(record_facts("no json"), ErrorCode::kCorrupt);
}

TEST(PhotoMemoryText, ComesBackAsItWas) {
  PhotoMemory memory;
  memory.state = WorkflowState::kReturned;
  memory.is_counted = true;
  memory.returned_to = 1;
  memory.workers = {"김민지", "lee", "", ""};
  memory.cells = {{3, 2, 1, 0, 0}, {"street"}};
  memory.decisions = {
      {"approve", "2026-02-28", "ian", "", {}, {}, WorkflowState::kExpert},
      {"return", "2026-03-01", "ian", "outline", {"김민지", "", "", ""}, memory.cells, WorkflowState::kApproved}};
  memory.merged = BeforeMerge{1, memory.workers};
  ASSERT_OK_AND_ASSIGN(const PhotoMemory again, PhotoMemory::parse(memory.text()));
  EXPECT_EQ(again.text(), memory.text());
  ASSERT_EQ(again.decisions.size(), 2u);
  EXPECT_EQ(again.decisions[1].judged, memory.decisions[1].judged);
  EXPECT_EQ(again.decisions[1].before, WorkflowState::kApproved);
  ASSERT_TRUE(again.merged);
  EXPECT_EQ(again.merged->workers, memory.workers);
  EXPECT_EQ(PhotoMemory::parse("")->text(), PhotoMemory().text());
  EXPECT_ERROR(PhotoMemory::parse("{}"), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
