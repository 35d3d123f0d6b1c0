// The manager's numbers, as every store keeps them.
#include <array>

#include "labeling/store/program.h"
#include "tests/labeling/store/counts_contract.h"

namespace jaedan::labeling {
namespace {

using testing::garment;
using testing::value;

class StoreCounts : public testing::CountsContract {};
JAEDAN_FOR_ALL_STORES(StoreCounts);

TEST_P(StoreCounts, AnEmptyProjectHasNone) {
  for (int kind = static_cast<int>(kFirstCountKind); kind <= static_cast<int>(kLastCountKind); ++kind) {
    EXPECT_TRUE(rows(of(static_cast<CountKind>(kind))).empty());
  }
  EXPECT_EQ(store().count_progress()->counted, 0);
  EXPECT_EQ(store().person_loads({utc_now()})->size(), 0u);
}

TEST_P(StoreCounts, DeedsAreCountedByDayPersonAndStage) {
  worked_on("a");
  worked_on("b", WorkflowState::kDrawn);
  const CountValue kim = sum(of(CountKind::kDeed, "kim"));
  EXPECT_EQ(kim.n, 4);
  EXPECT_EQ(kim.hits, 2) << "two photos moved on";
  EXPECT_EQ(kim.garments, 4);
  for (const CountRow& row : rows(of(CountKind::kDeed, "kim"))) {
    EXPECT_EQ(row.key.stage, static_cast<int>(Stage::kDrawn));
    EXPECT_EQ(row.key.day, utc_now().substr(0, 10));
    EXPECT_EQ(row.key.who, "kim");
  }
  EXPECT_EQ(sum(of(CountKind::kDeed, "kim"), "submit").n, 2);
  CountQuery basic = of(CountKind::kDeed);
  basic.stage = static_cast<int>(Stage::kBasic);
  ASSERT_EQ(rows(basic).size(), 1u);
  EXPECT_EQ(rows(basic)[0].key.who, "lee");
  CountQuery tomorrow = of(CountKind::kDeed);
  tomorrow.from = "2999-01-01";
  EXPECT_TRUE(rows(tomorrow).empty());
  CountQuery before = of(CountKind::kDeed);
  before.to = "1999-12-31";
  EXPECT_TRUE(rows(before).empty());
  EXPECT_TRUE(rows(of(CountKind::kDeed, "nobody")).empty());
  EXPECT_EQ(store().count_progress()->counted, store().log_head()->count);
}

TEST_P(StoreCounts, APartHasItsOwnGarmentsAndAStyleItsOwnPhotos) {
  worked_on("a");
  CountQuery tops = of(CountKind::kDeed, "kim");
  tops.part = static_cast<int>(Part::kTop);
  EXPECT_EQ(sum(tops).hits, 1);
  EXPECT_EQ(sum(tops).garments, 1);
  CountQuery dresses = tops;
  dresses.part = static_cast<int>(Part::kDress);
  EXPECT_TRUE(rows(dresses).empty());
  CountQuery street = of(CountKind::kDeed, "kim");
  street.style = "street";
  EXPECT_EQ(sum(street).hits, 1);
  EXPECT_EQ(sum(street).garments, 2);
}

TEST_P(StoreCounts, RowsThatAreNotToldApartAreTheirSum) {
  const Annotation sent = worked_on("a");
  deed("ian", "return", sent, WorkflowState::kReturned);
  send_back(sent.photo, Stage::kBasic, ReturnReason::kWrongLabel);
  deed("lee", "submit", sent, WorkflowState::kBasic);
  deed("lee", "undo_submit", sent, WorkflowState::kReturned);
  deed("ian", "approve", worked_on("b"), WorkflowState::kApproved);
  deed("eva", "approve", worked_on("c"), WorkflowState::kApproved);
  constexpr std::array kFields = {CountField::kPart,  CountField::kDay,       CountField::kWho, CountField::kOther,
                                  CountField::kStage, CountField::kAttribute, CountField::kWord};
  for (int kind = static_cast<int>(kFirstCountKind); kind <= static_cast<int>(kLastCountKind); ++kind) {
    CountQuery query = of(static_cast<CountKind>(kind));
    query.all_parts = true;
    const std::vector<CountRow> detailed = rows(query);
    for (unsigned bits = 0; bits < 1U << kFields.size(); ++bits) {
      query.by = {};
      for (std::size_t i = 0; i < kFields.size(); ++i) {
        if ((bits >> i & 1) != 0) query.by = query.by.with(kFields[i]);
      }
      Counts by_hand;
      for (CountRow row : detailed) {
        if (!query.by.has(CountField::kPart)) row.key.part = 0;
        if (!query.by.has(CountField::kDay)) row.key.day.clear();
        if (!query.by.has(CountField::kWho)) row.key.who.clear();
        if (!query.by.has(CountField::kOther)) row.key.other.clear();
        if (!query.by.has(CountField::kStage)) row.key.stage = -1;
        if (!query.by.has(CountField::kAttribute)) row.key.attribute.clear();
        if (!query.by.has(CountField::kWord)) row.key.word.clear();
        by_hand[row.key] += row.value;
      }
      Counts sums;
      for (const CountRow& row : rows(query)) {
        EXPECT_TRUE(sums.emplace(row.key, row.value).second) << "kind " << kind << ", fields " << bits << ": twice";
      }
      EXPECT_TRUE(sums == by_hand) << "kind " << kind << ", fields " << bits;
    }
  }
}

TEST_P(StoreCounts, AWordMayBeLeftOutAndWhatIsUndoneTakenAlone) {
  Annotation annotation = worked_on("a", WorkflowState::kDrawn);
  deed("kim", "undo_submit", annotation, WorkflowState::kNew);
  deed("kim", "import", annotation, WorkflowState::kNew);
  CountQuery query = of(CountKind::kDeed);
  EXPECT_EQ(sum(query).n, 4);
  query.without_word = "import";
  EXPECT_EQ(sum(query).n, 3);
  EXPECT_EQ(sum(query, "import").n, 0);
  query.by = {CountField::kWord};
  query.undone = true;
  ASSERT_EQ(rows(query).size(), 1u);
  EXPECT_EQ(rows(query)[0].key.word, "undo_submit");
  EXPECT_EQ(rows(query)[0].value.n, 1);
  query.without_word = "undo_submit";
  query.by = {};
  EXPECT_TRUE(rows(query).empty()) << "the sum of nothing is no row";
}

TEST_P(StoreCounts, PhotosAndLabelsAreThoseOfNow) {
  Annotation annotation = worked_on("a");
  annotation.garments[0].attributes = {value("colour", "black")};
  deed("eve", "label", annotation, WorkflowState::kExpert);
  CountQuery labels = of(CountKind::kLabel);
  labels.all_parts = true;
  EXPECT_EQ(sum(labels, "black").n, 1);
  EXPECT_EQ(sum(labels, "street").n, 1);
  labels.style = "street";
  EXPECT_EQ(sum(labels, "black").n, 1);
  annotation.garments[0].attributes = {value("colour", "navy")};
  annotation.garments.pop_back();
  annotation.image_attributes.clear();
  deed("eve", "label", annotation, WorkflowState::kExpert);
  EXPECT_TRUE(rows(labels).empty()) << "no photo is of this style any more";
  labels.style.clear();
  EXPECT_EQ(sum(labels, "black").n, 0);
  ASSERT_EQ(rows(labels).size(), 1u);
  EXPECT_EQ(rows(labels)[0].key.word, "navy");
  EXPECT_EQ(rows(labels)[0].key.part, static_cast<int>(Part::kTop));
  EXPECT_EQ(sum(of(CountKind::kPhoto)).garments, 1);
}

TEST_P(StoreCounts, WhatPeopleChangeOfAModelsWordsIsCounted) {
  Annotation annotation;
  annotation.photo = add_photo("a");
  annotation.garments = {garment(1, Part::kTop)};
  annotation.garments[0].region_provenance = Provenance::model("net-1", 0.9);
  annotation.garments[0].attributes = {{"colour", "black", "", Provenance::model("net-1", 0.8)},
                                       {"fit", "loose", "", Provenance::model("net-1", 0.8)}};
  deed("kim", "accept", annotation, WorkflowState::kDrawn);
  CountQuery words = of(CountKind::kModelWord, "net-1");
  words.all_parts = true;
  EXPECT_EQ(sum(words).n, 3);
  EXPECT_EQ(sum(words).hits, 0);
  const Annotation accepted = annotation;
  annotation.garments[0].attributes = {value("colour", "navy"), value("fit", "loose")};
  deed("kim", "label", annotation, WorkflowState::kDrawn);
  EXPECT_EQ(sum(words, "", "colour").hits, 1);
  EXPECT_EQ(sum(words, "", "fit").hits, 0) << "a person says the same";
  EXPECT_EQ(sum(words, "", kOutlineCount).n, 1);
  deed("kim", "undo_label", accepted, WorkflowState::kDrawn);
  EXPECT_EQ(sum(words).hits, 0);
  EXPECT_EQ(sum(words).n, 3);
  annotation.garments.clear();
  deed("kim", "undo_accept", annotation, WorkflowState::kNew);
  EXPECT_EQ(sum(words).n, 0);
}

TEST_P(StoreCounts, WhatFailsIsNotCounted) {
  const PhotoId photo = add_photo("a");
  const Status failed = store().batch([&]() -> Status {
    Annotation annotation;
    annotation.photo = photo;
    annotation.garments = {garment(1, Part::kTop)};
    JAEDAN_RETURN_IF_ERROR(store().save(annotation, {"kim", "draw"}, std::nullopt));
    return Error{ErrorCode::kCancelled, "test.stop", "stop"};
  });
  EXPECT_ERROR(failed, ErrorCode::kCancelled);
  EXPECT_TRUE(rows(of(CountKind::kDeed)).empty());
  EXPECT_TRUE(rows(of(CountKind::kPhoto)).empty());
}

TEST_P(StoreCounts, WorkOnAnswersIsCountedApartFromPhotos) {
  ASSERT_OK_AND_ASSIGN(const User kim, store().add_user("kim", Roles::all(), ""));
  const PhotoId photo = add_photo("a");
  ASSERT_OK(store().open_panel(photo, Stage::kDrawn, 2, utc_now()));
  ASSERT_OK_AND_ASSIGN(const auto task, store().claim({kim.id, Stage::kDrawn, photo, 3600, false}, utc_now()));
  ASSERT_TRUE(task);
  Annotation answer = store().answer(task->answer)->annotation;
  answer.garments = {garment(1, Part::kTop), garment(2, Part::kBottom)};
  ASSERT_OK_AND_ASSIGN(answer.revision, store().save_answer(answer, task->id, {"kim", "draw"}, ""));
  answer.state = WorkflowState::kDrawn;
  ChangeNote submits{"kim", "submit"};
  submits.ends = task->id;
  ASSERT_OK(store().save_answer(answer, task->id, submits, ""));
  EXPECT_TRUE(rows(of(CountKind::kDeed)).empty()) << "nothing was done to the photo";
  EXPECT_TRUE(rows(of(CountKind::kPhoto)).empty());
  const CountValue work = sum(of(CountKind::kAnswer, "kim"));
  EXPECT_EQ(work.n, 2);
  EXPECT_EQ(work.hits, 1);
  EXPECT_EQ(work.garments, 2);
  CountQuery tops = of(CountKind::kAnswer);
  tops.part = static_cast<int>(Part::kTop);
  EXPECT_EQ(sum(tops).garments, 1);
  for (const CountRow& row : rows(of(CountKind::kAnswer))) EXPECT_EQ(row.key.stage, static_cast<int>(Stage::kDrawn));
}

TEST_P(StoreCounts, WhatIsInHandIsOfPhotosAndNotOfAnswers) {
  ASSERT_OK_AND_ASSIGN(const User kim, store().add_user("kim", Roles::all(), ""));
  ASSERT_OK_AND_ASSIGN(const User lee, store().add_user("lee", Roles::all(), ""));
  const Annotation returned = worked_on("returned");
  deed("ian", "return", returned, WorkflowState::kReturned);
  ASSERT_OK(store().set_returned_to(returned.photo, Stage::kDrawn));
  const PhotoId fresh = add_photo("fresh");
  const PhotoId of_several = add_photo("of several");
  ASSERT_OK(store().open_panel(of_several, Stage::kDrawn, 2, utc_now()));
  const auto claims = [&](const User& who, PhotoId photo) {
    ASSERT_OK(store().claim({who.id, Stage::kDrawn, photo, 60, false}, utc_now()));
  };
  claims(kim, returned.photo);
  claims(kim, fresh);
  claims(kim, of_several);
  claims(lee, of_several);
  const auto drawn = [&](int part, const std::string& style) { return (*store().in_hand(part, style))[0]; };
  EXPECT_EQ(drawn(0, "").photos, 2) << "what several do is in nobody's hands";
  EXPECT_EQ(drawn(0, "").returned, 1);
  EXPECT_EQ(drawn(static_cast<int>(Part::kBottom), "").photos, 1);
  EXPECT_EQ(drawn(static_cast<int>(Part::kDress), "").photos, 0);
  EXPECT_EQ(drawn(0, "street").photos, 1);
  EXPECT_EQ(drawn(0, "street").returned, 1);
  EXPECT_EQ(drawn(0, "retro").photos, 0);
}

TEST_P(StoreCounts, ClaimsThatAreLateAreTold) {
  ASSERT_OK_AND_ASSIGN(const User kim, store().add_user("kim", Roles::all(), ""));
  ASSERT_OK_AND_ASSIGN(const User lee, store().add_user("lee", Roles::all(), ""));
  ASSERT_OK(store().set_quota(kim.id, {0, 1, "2026-01-31"}));
  add_photo("a");
  const std::string now = utc_now();
  ASSERT_OK(store().claim({kim.id, Stage::kDrawn, std::nullopt, 60, false}, now));
  EXPECT_EQ((*store().in_hand(0, ""))[0].photos, 1);
  ASSERT_OK_AND_ASSIGN(const auto loads, store().person_loads({now}));
  ASSERT_EQ(loads.size(), 1u);
  EXPECT_EQ(loads[0].who, "kim");
  EXPECT_EQ(loads[0].open, 1);
  EXPECT_EQ(loads[0].today, 1);
  EXPECT_EQ(loads[0].most_a_day, 1);
  EXPECT_EQ(loads[0].deadline, "2026-01-31");
  ASSERT_OK_AND_ASSIGN(const auto later, store().person_loads({utc_after(now, 3600)}));
  EXPECT_EQ(later[0].open, 0);
  EXPECT_EQ(later[0].overdue, 1);
  EXPECT_EQ(later[0].overdue_since, utc_after(now, 60));
  EXPECT_EQ(later[0].expired, 0);
  ASSERT_OK(store().claim({lee.id, Stage::kDrawn, std::nullopt, 60, false}, utc_after(now, 3600)));
  ASSERT_OK_AND_ASSIGN(const auto over, store().person_loads({utc_after(now, 3600)}));
  EXPECT_EQ(over[0].overdue, 0);
  EXPECT_EQ(over[0].expired, 1);
  EXPECT_EQ(over[0].expired_since, utc_after(now, 60));
  EXPECT_EQ(over[0].overdue_since, "");
}

}  // namespace
}  // namespace jaedan::labeling
