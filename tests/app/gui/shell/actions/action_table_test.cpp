#include "app/gui/shell/actions/action_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "app/gui/base/key_map.h"
#include "app/gui/canvas/tool_table.h"
#include "app/gui/shell/views/view.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui {
namespace {

constexpr KeyPreset kPresets[] = {KeyPreset::kDesktop, KeyPreset::kCvat};

TEST(ActionTable, NoKeyMeansTwoThings) {
  for (const KeyPreset preset : kPresets) {
    const KeyMap keys(action_infos(), preset);
    for (std::size_t i = 0; i < keys.all().size(); ++i) {
      for (std::size_t k = i + 1; k < keys.all().size(); ++k) {
        EXPECT_FALSE(keys.all()[i].chord == keys.all()[k].chord) << text_of(keys.all()[i].chord);
      }
    }
  }
}

TEST(ActionTable, EveryKeyIsUnderstoodAndWrittenBack) {
  for (const KeyPreset preset : kPresets) {
    const KeyMap keys(action_infos(), preset);
    ASSERT_GT(keys.all().size(), 60U);
    for (const Shortcut& shortcut : keys.all()) {
      ASSERT_NE(shortcut.chord.key, 0) << shortcut.id;
      const std::string text = text_of(shortcut.chord);
      ASSERT_TRUE(parse_chord(text).has_value()) << text;
      EXPECT_TRUE(*parse_chord(text) == shortcut.chord) << text;
    }
  }
}

TEST(ActionTable, IdsAreThereOnce) {
  std::set<std::string> ids;
  for (const ActionInfo& info : action_infos()) EXPECT_TRUE(ids.insert(info.id).second) << info.id;
  const KeyMap keys(action_infos(), KeyPreset::kDesktop);
  std::set<std::string> key_ids;
  for (const Shortcut& shortcut : keys.all()) EXPECT_TRUE(key_ids.insert(shortcut.id).second) << shortcut.id;
}

/// Every "…"_action of the studio's sources.
std::set<std::string> named_actions() {
  std::set<std::string> names;
  const std::regex literal("\"([a-z_0-9]+)\"_action");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(testing::source_dir() + "/app/gui")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cpp" && extension != ".h") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) names.insert((*it)[1]);
  }
  return names;
}

TEST(ActionTable, HasEveryActionThatTheSourcesName) {
  const ActionList actions(action_infos());
  const std::set<std::string> names = named_actions();
  ASSERT_GT(names.size(), 20U);
  for (const std::string& name : names) EXPECT_NE(actions.find(ActionId(name)), nullptr) << name;
}

TEST(ActionTable, EveryToolHasItsAction) {
  const ActionList actions(action_infos());
  for (const ToolRow& tool : tool_table()) {
    const ActionInfo* info = actions.find(ActionId(tool.action));
    ASSERT_NE(info, nullptr) << tool.id;
    EXPECT_EQ(info->text, tool.text);
  }
}

TEST(ViewTable, ViewsAndTheirButtonsHaveDifferentNames) {
  std::set<std::string> ids, items;
  for (const View& view : view_table()) {
    EXPECT_TRUE(ids.insert(view.id).second) << view.id;
    EXPECT_TRUE(items.insert(view.item).second) << view.item;
    EXPECT_FALSE(view.groups.empty()) << view.id;
  }
}

}  // namespace
}  // namespace jaedan::gui
