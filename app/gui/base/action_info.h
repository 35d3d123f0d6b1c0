#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/words/strings.h"

namespace jaedan::gui {

/// Names something that can be asked for without saying more: "next_photo"_action. Keys, buttons and menus all lead to
/// one; what there is stands in the shell's table of actions, and a test looks every name in the sources up there.
class ActionId {
 public:
  constexpr ActionId() = default;
  constexpr explicit ActionId(std::string_view name) : name_(name) {}

  constexpr std::string_view name() const { return name_; }
  friend constexpr bool operator==(ActionId a, ActionId b) { return a.name_ == b.name_; }
  friend constexpr bool operator!=(ActionId a, ActionId b) { return !(a == b); }

 private:
  std::string_view name_;  ///< of a literal
};
constexpr ActionId operator""_action(const char* name, std::size_t length) {
  return ActionId(std::string_view(name, length));
}

/// How the help overlay groups the actions, and what a view says that it takes (shell/views/view.h).
/// Tasks are shown where a project has users.
enum class ActionGroup { kPhotos, kDraw, kEdit, kLabel, kReview, kTasks, kView };

/// The keys that an action has until a person chooses others, as text_of(Chord) writes them.
struct DefaultKeys {
  constexpr DefaultKeys(const char* both = "") : desktop(both), cvat(both) {}
  constexpr DefaultKeys(const char* desktop_key, const char* cvat_key, const char* second_key = "")
      : desktop(desktop_key), cvat(cvat_key), second(second_key) {}

  bool none() const { return *desktop == '\0'; }

  const char* desktop;      ///< with KeyPreset::kDesktop; empty: only buttons lead to it
  const char* cvat;         ///< with KeyPreset::kCvat
  const char* second = "";  ///< besides, with both
};

/// Where in the project's menu an action stands, under which name scripts press it.
enum class MenuSection { kNone, kFiles, kModel, kProgram };
struct MenuEntry {
  MenuSection section = MenuSection::kNone;
  const char* item = "";
};

/// What keys, buttons, menus and the help overlay know of an action.
struct ActionInfo {
  const char* id = "";  ///< a person's own key for it is remembered under this
  DefaultKeys keys;
  Text text = Text::kCount;
  ActionGroup group = ActionGroup::kView;
  bool repeats = false;  ///< holding the key does it again
  MenuEntry menu;
};

/// All actions, and which of them may be used just now.
class ActionList {
 public:
  explicit ActionList(std::vector<ActionInfo> all) : all_(std::move(all)), usable_(all_.size(), false) {}

  const std::vector<ActionInfo>& all() const { return all_; }
  /// Null for a name that is in no table.
  const ActionInfo* find(ActionId id) const {
    for (const ActionInfo& info : all_) {
      if (id.name() == info.id) return &info;
    }
    return nullptr;
  }
  /// Whether it could do anything now; buttons are grey otherwise.
  bool usable(ActionId id) const {
    const ActionInfo* info = find(id);
    return info != nullptr && usable_[static_cast<std::size_t>(info - all_.data())];
  }
  void set_usable(std::size_t index, bool usable) { usable_.at(index) = usable; }

 private:
  std::vector<ActionInfo> all_;
  std::vector<bool> usable_;
};

}  // namespace jaedan::gui
