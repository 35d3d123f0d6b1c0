#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/workflow_state.h"
#include "labeling/review/stage.h"
#include "labeling/store/counts/record_facts.h"

namespace jaedan::labeling {

/// By which parts and styles a photo is counted.
struct PhotoCells {
  std::array<int, kAllParts.size() + 1> garments{};  ///< RecordFacts::garment_counts
  std::vector<std::string> styles;

  static PhotoCells of(const RecordFacts& facts) { return {facts.garment_counts(), facts.styles()}; }
};

/// An inspector's decision that stands, or a sample's.
struct CountedDecision {
  std::string word;  ///< approve, return, approve_by_rule
  std::string day;
  std::string inspector;
  std::string reason;
  std::array<std::string, kAllStages.size()> judged;  ///< whose work it was about, by stage; empty: nobody's
  PhotoCells cells;
  WorkflowState before = WorkflowState::kNew;  ///< the photo's state that it ended
};

/// What a merge of answers ended, for when it is taken back.
struct BeforeMerge {
  int returned_to = -1;                                ///< PhotoMemory::returned_to
  std::array<std::string, kAllStages.size()> workers;  ///< PhotoMemory::workers
};

/// What counting keeps of a photo from one record to the next.
struct PhotoMemory {
  WorkflowState state = WorkflowState::kNew;
  bool is_counted = false;                             ///< among the photos as they are now
  int returned_to = -1;                                ///< a stage's number, or nowhere
  std::array<std::string, kAllStages.size()> workers;  ///< who ended a stage last; empty: nobody
  std::vector<CountedDecision> decisions;              ///< the oldest first
  PhotoCells cells;
  std::optional<BeforeMerge> merged;  ///< set while the last record of its annotation is a merge

  /// One line of JSON.
  std::string text() const;
  /// kCorrupt for anything else. Empty text is of a photo without records.
  static Result<PhotoMemory> parse(std::string_view text);
};

}  // namespace jaedan::labeling
