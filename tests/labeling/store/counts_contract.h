#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/counts/count_record.h"
#include "labeling/store/log_content.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling::testing {

/// A store whose deeds are counted, with what makes and asks for counts. Its log gives the same counts at the end.
class CountsContract : public StoreContract {
 protected:
  /// Saves the photo in this state, as this deed of this person.
  void deed(const std::string& who, const std::string& action, Annotation annotation, WorkflowState state) {
    annotation.state = state;
    annotation.revision = load(annotation.photo).revision;
    ASSERT_OK(store().save(annotation, {who, action}, std::nullopt));
  }
  /// The photo goes from new to `until`: kim draws, lee gives the basic labels, eve those of an expert.
  Annotation worked_on(const std::string& name, WorkflowState until = WorkflowState::kExpert) {
    Annotation annotation;
    annotation.photo = add_photo(name);
    annotation.garments = {garment(1, Part::kTop), garment(2, Part::kBottom)};
    annotation.image_attributes = {value("style", "street")};
    deed("kim", "draw", annotation, WorkflowState::kNew);
    deed("kim", "submit", annotation, WorkflowState::kDrawn);
    if (until == WorkflowState::kDrawn) return annotation;
    deed("lee", "submit", annotation, WorkflowState::kBasic);
    deed("eve", "submit", annotation, WorkflowState::kExpert);
    return annotation;
  }
  void send_back(PhotoId photo, std::optional<Stage> stage, std::optional<ReturnReason> reason,
                 const std::string& who = "ian") {
    ASSERT_OK(
        store().append_to_log(LogSubject::of_photo(photo), {who, kSendBackDeed}, send_back_content(stage, reason)));
  }
  std::vector<CountRow> rows(const CountQuery& query) {
    Result<std::vector<CountRow>> found = store().work_counts(query);
    EXPECT_TRUE(found.ok()) << found.error().text();
    return found.ok() ? *found : std::vector<CountRow>();
  }
  CountValue sum(CountQuery query, const std::string& word = {}, const std::string& attribute = {}) {
    CountValue total;
    for (const CountRow& row : rows(query)) {
      if (!word.empty() && row.key.word != word) continue;
      if (!attribute.empty() && row.key.attribute != attribute) continue;
      total += row.value;
    }
    return total;
  }
  static CountQuery of(CountKind kind, const std::string& who = {}) {
    CountQuery query;
    query.kind = kind;
    query.who = who;
    return query;
  }
  void TearDown() override { EXPECT_EQ(problems_of(store()), std::vector<std::string>{}); }
};

}  // namespace jaedan::labeling::testing
