#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "labeling/domain/attribute.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::labeling {

/// What became of a value that somebody named.
enum class VoteOutcome {
  kTaken,
  kUndecided,  ///< as many for it as for something else: an expert's turn
  kDropped,
};

/// Who is for one value of one attribute.
struct LabelVote {
  std::string attribute;
  std::string value;                    ///< empty for those who named none, where others did
  std::vector<std::size_t> supporters;  ///< people, in order
  VoteOutcome outcome = VoteOutcome::kDropped;
};

/// What one person says.
struct LabelsOf {
  std::size_t person = 0;
  const AttributeValues* values = nullptr;
};

struct MergedLabels {
  AttributeValues values;        ///< what was taken, each as the first of its supporters said it
  std::vector<LabelVote> votes;  ///< attribute by attribute, as they were first named
  /// Whether an attribute waits for an expert.
  bool undecided() const;
};

/// What most of the people say. Of an attribute with one value the one that most name; naming none is a vote like any
/// other where somebody named one, and so is "not sure". A tie at the top is undecided, and nothing is set. Of an
/// attribute with several values (detail, material, print; or any of which somebody gave several) each value by itself:
/// more than half are for it, exactly half is undecided.
MergedLabels majority_labels(const std::vector<LabelsOf>& people, const Taxonomy& taxonomy);

}  // namespace jaedan::labeling
