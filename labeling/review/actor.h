#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/domain/ids.h"
#include "labeling/review/stage.h"

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
std::optional<Role> role_from_id(std::string_view id);

/// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= bit(role);
  }
  static constexpr Roles all() { return {Role::kAnnotator, Role::kExpert, Role::kInspector, Role::kManager}; }

  /// As `bits` gave them; bits that stand for no role are left out.
  static constexpr Roles from_bits(unsigned bits) {
    Roles roles;
    roles.bits_ = bits & all().bits_;
    return roles;
  }
  /// Bit 2^n for role number n: how they are stored.
  constexpr unsigned bits() const { return bits_; }

  constexpr bool empty() const { return bits_ == 0; }
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
  bool looks = false;               ///< has the photo on screen; never in a batch
  UserId user = {};                 ///< none in a project without users
  std::optional<Stage> stage = {};  ///< of the task in hand; none: no task, work is as free as the roles
  bool takes_over = false;          ///< draws although the regions are locked at the stage in hand

  /// The one person of a project without users: may do everything.
  static Actor alone(std::string name) {
    Actor actor;
    actor.name = std::move(name);
    actor.roles = Roles::all();
    return actor;
  }
  /// Whether the project has users: the rules between people (nobody inspects what they made) hold in a team only.
  bool in_team() const { return static_cast<bool>(user); }

  Actor looking() const { return with_look(true); }
  Actor in_batch() const { return with_look(false); }
  /// The same with the task of `stage_in_hand`.
  Actor at(Stage stage_in_hand) const {
    Actor actor = *this;
    actor.stage = stage_in_hand;
    return actor;
  }

 private:
  Actor with_look(bool at_it) const {
    Actor actor = *this;
    actor.looks = at_it;
    return actor;
  }
};

}  // namespace jaedan
