#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/message.h"

namespace jaedan {

/// What a person may be trusted with.
enum class Role {
  kAnnotator,  ///< draws, gives basic labels
  kExpert,     ///< gives expert labels
  kInspector,  ///< approves and returns
  kManager,    ///< everything, and the team
};

/// ASCII id: annotator, expert, inspector, manager.
std::string_view id_of(Role role);
/// The same as an argument of a sentence, so that it is said in the window's language.
Message message_of(Role role);

/// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= bit(role);
  }
  static constexpr Roles all() { return {Role::kAnnotator, Role::kExpert, Role::kInspector, Role::kManager}; }

  constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool share_one_with(Roles other) const { return (bits_ & other.bits_) != 0; }
  /// Those in both.
  constexpr Roles shared_with(Roles other) const {
    Roles shared;
    shared.bits_ = bits_ & other.bits_;
    return shared;
  }
  /// In the order of the enum.
  std::vector<Role> list() const;

  friend constexpr bool operator==(Roles a, Roles b) { return a.bits_ == b.bits_; }

 private:
  static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
  unsigned bits_ = 0;
};

/// Who acts.
struct Actor {
  std::string name;  ///< as the log has it
  Roles roles;
  bool looks = false;  ///< has the photo on screen; never in a batch

  /// The one person of a project without users: may do everything.
  static Actor alone(std::string name) { return {std::move(name), Roles::all(), false}; }
  Actor looking() const { return {name, roles, true}; }
  Actor in_batch() const { return {name, roles, false}; }
};

}  // namespace jaedan
