// What a filter understands is what the window shows and teaches.
#include <gtest/gtest.h>

#include <sstream>

#include "app/gui/words/message_text.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/project.h"
#include "tests/support/matchers.h"

namespace jaedan::gui {
namespace {

constexpr Language kLanguages[] = {Language::kKorean, Language::kEnglish};

class FilterWords : public ::testing::Test {
 protected:
  Result<labeling::PhotoFilter> filter(const std::string& typed) const {
    return workflow::parse_filter(typed, *taxonomy_);
  }

  const std::shared_ptr<const Taxonomy> taxonomy_ = workflow::load_project_taxonomy().value();
};

TEST_F(FilterWords, StatesAndPartsAreCalledAsTheWindowCallsThem) {
  for (const Language language : kLanguages) {
    const Strings text(language);
    const std::string status = text.korean() ? "상태" : "status", part = text.korean() ? "부위" : "part";
    for (const WorkflowState state : kAllStates) {
      ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter found, filter(status + "=\"" + text.state(state) + "\""));
      EXPECT_EQ(found.state, state);
    }
    for (const Part wanted : kAllParts) {
      ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter found, filter(part + "=\"" + text.part(wanted) + "\""));
      EXPECT_EQ(found.part, wanted);
    }
  }
}

TEST_F(FilterWords, TheTipUnderTheFieldTeachesWordsOfItsLanguageThatWork) {
  for (const Language language : kLanguages) {
    std::istringstream tip(Strings(language)(Text::kSearchTip));
    int terms = 0;
    for (std::string word; tip >> word;) {
      const std::size_t sign = word.find_first_of("<=>");
      if (sign == std::string::npos) continue;
      EXPECT_OK(filter(word));
      const bool ascii = static_cast<unsigned char>(word[0]) < 0x80;
      EXPECT_EQ(ascii, language == Language::kEnglish) << word;
      ++terms;
    }
    EXPECT_EQ(terms, 4);
  }
}

TEST_F(FilterWords, WhatIsNotUnderstoodIsSaidInWordsThatAreUnderstood) {
  const Strings korean(Language::kKorean);
  const std::string key = message_text(filter("상테=승인").error().message, korean);
  for (const char* word : {"상태", "부위", "점수", "색상", "카테고리"})
    EXPECT_NE(key.find(word), std::string::npos) << key;
  EXPECT_EQ(key.find("status"), std::string::npos) << key;
  const std::string colour = message_text(filter("색상=까망").error().message, korean);
  EXPECT_NE(colour.find("블랙"), std::string::npos) << colour;
  EXPECT_EQ(colour.find("black"), std::string::npos) << colour;
  const std::string state = message_text(filter("상태=끝").error().message, korean);
  EXPECT_NE(state.find("승인후변경"), std::string::npos) << state;
}

}  // namespace
}  // namespace jaedan::gui
