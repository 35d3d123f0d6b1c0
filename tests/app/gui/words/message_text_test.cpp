#include "app/gui/words/message_text.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <regex>

#include "app/workflow/project/project.h"
#include "labeling/domain/measured_length.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/edit/edit_session.h"

namespace jaedan::gui {
namespace {

const Strings kKorean(Language::kKorean);
const Strings kEnglish(Language::kEnglish);

const Message kNotWritten{
    "output.not_written", "{0}: cannot write into the folder: {1}", {"/사진/a b", system_message(EACCES)}};

TEST(MessageText, EnglishIsTheMessagesOwnSentence) {
  EXPECT_EQ(message_text(kNotWritten, kEnglish), "/사진/a b: cannot write into the folder: Permission denied");
}

TEST(MessageText, KoreanIsLookedUpAndArgumentsAreTranslatedWithIt) {
  EXPECT_EQ(message_text(system_message(EACCES), kKorean), "권한이 없습니다");
  EXPECT_EQ(message_text(kNotWritten, kKorean), "/사진/a b: 폴더에 쓸 수 없습니다: 권한이 없습니다");
}

TEST(MessageText, ANameInBothLanguagesIsThatOfTheWindow) {
  EXPECT_EQ(message_text(name_in_both("colour", "색상"), kEnglish), "colour");
  EXPECT_EQ(message_text(name_in_both("colour", "색상"), kKorean), "색상");
}

TEST(MessageText, ContextsAndListsHaveNoKeyButWhatTheyHoldIsTranslated) {
  EXPECT_EQ(message_text(in_context("a.jpg", system_message(EACCES)), kKorean), "a.jpg: 권한이 없습니다");
  EXPECT_EQ(message_text(joined({system_message(EACCES), "b.jpg"}), kKorean), "권한이 없습니다; b.jpg");
}

TEST(MessageText, WhatWasMeasuredIsSaidInBothLanguages) {
  const auto said = [](const char* attribute, double along, const Strings& text) {
    return message_text(words_of({attribute, along, {}, {}}), text);
  };
  EXPECT_EQ(said("length", 1.12, kEnglish), "ends 12 % below the knee");
  EXPECT_EQ(said("length", 1.12, kKorean), "무릎보다 12% 아래에서 끝납니다");
  EXPECT_EQ(said("length", -0.3, kKorean), "골반보다 30% 위에서 끝납니다");
  EXPECT_EQ(said("length", 2, kKorean), "발목에서 끝납니다");
  EXPECT_EQ(said("length", 2.4, kKorean), "발목보다 더 내려옵니다");
  EXPECT_EQ(said("sleeve_length", 1, kEnglish), "covers the arm to the elbow");
  EXPECT_EQ(said("sleeve_length", 1, kKorean), "팔을 팔꿈치까지 덮습니다");
  EXPECT_EQ(said("sleeve_length", 0, kKorean), "팔을 덮지 않습니다");
}

TEST(MessageText, AMessageWithoutAKeyStaysWhateverItHolds) {
  for (const Strings& text : {kKorean, kEnglish}) {
    EXPECT_EQ(message_text("photo {0}.jpg", text), "photo {0}.jpg");
    EXPECT_EQ(message_text(12, text), "12");
    EXPECT_EQ(message_text({}, text), "");
  }
}

TEST(MessageText, AKeyThatIsNotInTheTableSaysItsEnglishWithTheRestTranslated) {
  EXPECT_EQ(message_text({"test.unknown", "{0} has a leak: {1}", {"a.jpg", system_message(EACCES)}}, kKorean),
            "a.jpg has a leak: 권한이 없습니다");
}

Annotation one_garment(bool locked) {
  Annotation annotation;
  annotation.garments.emplace_back();
  annotation.garments.back().id = GarmentId{1};
  annotation.garments.back().locked = locked;
  return annotation;
}

/// What a window can meet of the layers below.
std::vector<Error> real_errors() {
  const Actor mina = Actor::alone("mina");
  EditSession session(Photo(), one_garment(false));
  EditSession locked(Photo(), one_garment(true));
  const Region line{{{{0, 0}, {5, 5}}}};
  const Region triangle{{{{0, 0}, {5, 5}, {0, 5}}}};
  return {session.undo(mina).error(),
          session.redo(mina).error(),
          session.run(SetRegion(GarmentId{1}, line, "mina"), mina).error(),
          session.run(SetRegion(GarmentId{1}, Region(), "mina"), mina).error(),
          session.run(SetRegion(GarmentId{2}, triangle, "mina"), mina).error(),
          locked.run(SetRegion(GarmentId{1}, triangle, "mina"), mina).error(),
          workflow::Project::open("/nowhere.jaedan").error()};
}

TEST(MessageText, WhatTheLayersBelowSayIsKoreanAllThrough) {
  for (const Error& error : real_errors()) {
    const std::string said = message_text(error.message, kKorean);
    const std::string words = std::regex_replace(said, std::regex("/nowhere.jaedan|'jaedan init'"), "");
    EXPECT_FALSE(std::regex_search(words, std::regex("[A-Za-z]"))) << said;
    EXPECT_TRUE(std::regex_search(words, std::regex("다|세요"))) << said;
    EXPECT_EQ(message_text(error.message, kEnglish), error.text());
  }
}

}  // namespace
}  // namespace jaedan::gui
