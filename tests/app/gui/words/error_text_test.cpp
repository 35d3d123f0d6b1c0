#include "app/gui/words/error_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/workflow/project/project.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/edit/edit_session.h"

namespace jaedan::gui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Strings kKorean(Language::kKorean);
const Strings kEnglish(Language::kEnglish);

TEST(ErrorText, EnglishIsTheErrorsOwnSentence) {
  EXPECT_EQ(error_text({ErrorCode::kIo, "a.jpg: Permission denied"}, kEnglish), "a.jpg: Permission denied");
}

TEST(ErrorText, AKnownClauseTurnsKoreanAndNamesStay) {
  const std::string said = error_text({ErrorCode::kIo, "/사진/a b.jpg: Permission denied"}, kKorean);
  EXPECT_EQ(said, "/사진/a b.jpg: 권한이 없습니다");
}

TEST(ErrorText, AnUnknownSentenceSaysItsKindAndKeepsItsWords) {
  const std::string said = error_text({ErrorCode::kTooLarge, "an image of 9x9 gigapixels"}, kKorean);
  EXPECT_EQ(said, "너무 큽니다 (an image of 9x9 gigapixels)");
}

TEST(ErrorText, EveryKindHasAKoreanName) {
  for (int code = 0; code <= static_cast<int>(ErrorCode::kInternal); ++code) {
    EXPECT_THAT(error_text({static_cast<ErrorCode>(code), "?"}, kKorean), HasSubstr("다 (?)")) << code;
  }
}

// The clauses are known by their English words, so words that change in the layers below must change here too.
TEST(ErrorText, WhatTheLayersBelowSayIsKnown) {
  Annotation annotation;
  annotation.garments.emplace_back();
  annotation.garments.back().id = GarmentId{1};
  EditSession session(Photo(), annotation);
  const Region line{{{{0, 0}, {5, 5}}}};

  const std::vector<Error> errors = {session.undo(Actor::alone("mina")).error(),
                                     session.redo(Actor::alone("mina")).error(),
                                     session.run(SetRegion(GarmentId{1}, line, "me"), Actor::alone("mina")).error(),
                                     session.run(SetRegion(GarmentId{1}, Region(), "me"), Actor::alone("mina")).error(),
                                     workflow::Project::open("/nowhere.jaedan").error()};
  for (const Error& error : errors) {
    const std::string said = error_text(error, kKorean);
    EXPECT_THAT(said, Not(HasSubstr(error.message))) << "no clause of it is known";
    EXPECT_THAT(said, HasSubstr("다")) << said;
  }
}

}  // namespace
}  // namespace jaedan::gui
