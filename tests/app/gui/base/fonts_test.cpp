#include "app/gui/base/fonts.h"

#include <gtest/gtest.h>
#include <imgui.h>

namespace jaedan::gui {
namespace {

/// A context of its own with the fonts of `syllables`.
class Letters {
 public:
  explicit Letters(Syllables syllables) : before_(ImGui::GetCurrentContext()), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().DisplaySize = {400, 300};
    ImGui::GetIO().IniFilename = nullptr;
    const Result<Fonts> loaded = load_fonts(1, {"옷 똠"}, syllables);
    EXPECT_TRUE(loaded.ok());
    if (loaded.ok()) fonts_ = *loaded;
  }
  ~Letters() {
    ImGui::DestroyContext(context_);
    ImGui::SetCurrentContext(before_);
  }
  Letters(const Letters&) = delete;
  Letters& operator=(const Letters&) = delete;

  /// Whether a frame that writes `text` in this font lacks one.
  bool lack(const char* text, ImFont* Fonts::*font = &Fonts::body) {
    ImGui::NewFrame();
    ImGui::GetForegroundDrawList()->AddText(fonts_.*font, 16, {10, 10}, IM_COL32_WHITE, text);
    ImGui::Render();
    return lacks_syllables(fonts_, *ImGui::GetDrawData());
  }

  const Fonts& fonts() const { return fonts_; }

 private:
  ImGuiContext* before_;
  ImGuiContext* context_;
  Fonts fonts_;
};

TEST(Fonts, CommonSyllablesAreThereFromTheStart) {
  Letters common(Syllables::kCommon);
  EXPECT_FALSE(common.lack("재단: 그래픽 티셔츠, why? (5 %) → …"));
  EXPECT_FALSE(common.lack("그래픽", &Fonts::small));
  EXPECT_FALSE(common.lack("똠방각하")) << "a known text has it";
}

TEST(Fonts, ARareSyllableIsMissed) {
  Letters common(Syllables::kCommon);
  EXPECT_TRUE(common.lack("뷁"));
  EXPECT_TRUE(common.lack("photo 펲.png", &Fonts::small));
  EXPECT_FALSE(common.lack("펲", &Fonts::bold)) << "bold has what is known beforehand, whichever syllables there are";
}

TEST(Fonts, WhatBoldLettersLackIsWrittenInPlainOnes) {
  const Letters common(Syllables::kCommon);
  const Fonts& fonts = common.fonts();
  EXPECT_EQ(bold_for(fonts, "옷\n똠 (5 %)"), fonts.bold);
  EXPECT_EQ(bold_for(fonts, "옷 브"), fonts.body) << "a person's name is no known text";
  EXPECT_EQ(bold_for(fonts, "\xF0\x9F\x98\x80"), fonts.body) << "nor is an emoji";
}

TEST(Fonts, AllSyllablesHaveIt) {
  Letters all(Syllables::kAll);
  EXPECT_FALSE(all.lack("뷁 펲"));
  EXPECT_FALSE(all.lack("A face: \xE2\x98\xBA")) << "no syllable, so more of them would not help";
}

}  // namespace
}  // namespace jaedan::gui
