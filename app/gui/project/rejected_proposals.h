#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace jaedan::gui {

/// One proposal of a prediction.
struct ProposalRef {
  std::size_t reading = 0;
  std::size_t index = 0;  ///< in Reading::garments

  friend bool operator==(ProposalRef a, ProposalRef b) { return a.reading == b.reading && a.index == b.index; }
};

/// Proposals that the person refused while the project is open, each in its own reading. Refusing changes no
/// annotation, so it has no undo entry; undo still finds it here, at the place where it happened.
class RejectedProposals {
 public:
  bool contains(ProposalRef proposal) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Entry& entry) { return entry.proposal == proposal; });
  }
  bool empty() const { return all_.empty(); }
  /// `change`: EditSession::change_count() at that moment.
  void add(ProposalRef proposal, std::int64_t change) {
    if (!contains(proposal)) all_.push_back({proposal, change});
  }
  /// The garment that was made of the proposal was taken away: only its coming back takes this back.
  void add_with_garment(ProposalRef proposal) { add(proposal, kWithGarment); }
  /// Ctrl+Z: when the last thing done at `change` was a refusal, takes it back and says what it was of.
  std::optional<ProposalRef> undo(std::int64_t change) {
    if (all_.empty() || all_.back().change != change) return std::nullopt;
    const ProposalRef proposal = all_.back().proposal;
    all_.pop_back();
    return proposal;
  }
  void garment_came_back(ProposalRef proposal) {
    const auto gone = [&](const Entry& entry) { return entry.proposal == proposal && entry.change == kWithGarment; };
    all_.erase(std::remove_if(all_.begin(), all_.end(), gone), all_.end());
  }
  /// The photo was opened anew, so that changes are counted from the start again.
  void forget_moments() {
    for (Entry& entry : all_) {
      if (entry.change != kWithGarment) entry.change = kLongAgo;
    }
  }

 private:
  // Never equal to a count of changes.
  static constexpr std::int64_t kWithGarment = -1;
  static constexpr std::int64_t kLongAgo = -2;
  struct Entry {
    ProposalRef proposal;
    std::int64_t change = 0;
  };
  std::vector<Entry> all_;
};

}  // namespace jaedan::gui
