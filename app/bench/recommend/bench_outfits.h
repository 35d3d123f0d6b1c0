#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/agreement/proportion_interval.h"
#include "labeling/base/result.h"
#include "recommender/outfits/outfit_questions.h"

namespace jaedan::bench {

struct OutfitBenchRequest {
  std::string outfits;     ///< file that questions are asked of (labeling/formats/outfits)
  std::string train;       ///< file that is learnt from; empty: nine tenths of `outfits`, and the rest is asked
  std::uint64_t seed = 1;  ///< of questions, of learning and of intervals
};

/// A share with where it lies (95 %, by drawing the outfits again).
struct OutfitFigure {
  double value = 0;
  std::optional<labeling::Interval> interval;  ///< nothing for chance and for one outfit
};

/// One way to answer.
struct OutfitRow {
  std::string way;     ///< "popularity"
  OutfitFigure blank;  ///< share of right answers among four
  OutfitFigure auc;    ///< area under the ROC curve, worn against made up
};

/// What guessing gives.
OutfitRow chance_row();
/// How `scorer` answers the questions.
OutfitRow outfit_row(const std::string& way, const recommender::outfits::OutfitQuestions& questions,
                     const recommender::outfits::PieceScorer& scorer, std::uint64_t seed);

struct OutfitBench {
  std::uint64_t seed = 0;
  std::int64_t learnt = 0;      ///< outfits
  std::int64_t types = 0;       ///< that were met in them
  std::int64_t asked = 0;       ///< outfits, with one question of each kind
  std::int64_t not_asked = 0;   ///< too small, or no other type could be drawn
  std::int64_t known = 0;       ///< asked ones that were learnt from as well: same pieces
  std::vector<OutfitRow> rows;  ///< chance, popularity, similarity, mutual information, the model
  double learning_s = 0;
  double answering_s = 0;                      ///< the model's answers
  std::vector<workflow::FailedItem> warnings;  ///< rows of the files, by file
};

/// Learns which pieces go together and asks of other outfits: which of four fills a gap, and how well outfits that were
/// worn are told from such that were made up. Without `train` the tenth of the outfits is asked whose hashed ids say
/// so: the same ones in every order of the file. Errors of reading (with the path) and of learning; kInvalidArgument
/// when nothing is left to ask; kCancelled.
Result<OutfitBench> bench_outfits(const OutfitBenchRequest& request, const workflow::Watch& watch);

}  // namespace jaedan::bench
