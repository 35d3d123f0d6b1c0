#include <gtest/gtest.h>
#include <imgui.h>

#include "app/gui/shell/looks.h"
#include "tests/support/matchers.h"

namespace jaedan::gui {
namespace {

TEST(LooksFonts, WordsOfTheTaxonomyAreThereInBold) {
  ImGuiContext* const before = ImGui::GetCurrentContext();
  ImGuiContext* const own = ImGui::CreateContext();
  ImGui::SetCurrentContext(own);
  TaxonomyAttribute attribute;
  attribute.korean = "뷁";
  attribute.values.emplace_back().korean = "펲";
  Looks looks{Settings()};
  EXPECT_OK(looks.load(Settings(), 1, "project", Taxonomy({attribute})));
  EXPECT_EQ(bold_for(looks.fonts, "project 뷁 펲"), looks.fonts.bold);
  EXPECT_EQ(bold_for(looks.fonts, "똠"), looks.fonts.body);
  ImGui::DestroyContext(own);
  ImGui::SetCurrentContext(before);
}

}  // namespace
}  // namespace jaedan::gui
