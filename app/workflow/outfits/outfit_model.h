#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/garment_catalogue.h"
#include "recommender/outfits/compatibility.h"

namespace jaedan::workflow {

/// Outfits that a model is learnt from, by id, with a hash of what is said of each one's pieces.
using OutfitBasis = std::map<std::string, std::uint64_t>;

/// What was learnt of a project's outfits, and from which.
struct LearntOutfits {
  recommender::outfits::CompatibilityModel model;
  std::string vector_model;  ///< whose vectors the pieces had; empty: none
  OutfitBasis basis;         ///< of all outfits that were there

  /// To be kept in a file. The same, the same bytes.
  std::string to_bytes() const;
  /// kCorrupt.
  static Result<LearntOutfits> from_bytes(std::string_view bytes);
};

/// What goes together in a project, held for many questions, and kept in the project's cache folder from day to day.
/// Learnt anew when one outfit of twenty came, went or says something else, or the vectors are another model's: until
/// then the answers stay the same although work goes on. One thread at a time.
class OutfitModel {
 public:
  /// Fewer outfits teach nothing.
  static constexpr std::size_t kFewest = 30;
  /// Of more so many are learnt from, evenly drawn from all in their order: 13 s by labels alone.
  static constexpr std::size_t kMost = 20000;

  /// As good as `outfits`, of which the pieces have vectors of `vector_model` (empty: none). With Patience::kAtOnce
  /// nothing is learnt: an older model or none answers. A file that cannot be read is no file, and one that cannot be
  /// written does not matter. kCancelled; errors of CompatibilityModel::train.
  Status refresh(const Project& project, const std::vector<recommender::outfits::Outfit>& outfits,
                 const std::string& vector_model, Patience patience, const Watch& watch);

  /// Scores everything 0 until something is learnt.
  const recommender::outfits::CompatibilityModel& model() const { return learnt_.model; }
  bool has_learnt() const { return !learnt_.basis.empty(); }
  /// Outfits that were there when it was learnt.
  std::size_t learnt_from() const { return learnt_.basis.size(); }
  /// What an answer lacks, a sentence each.
  const std::vector<Message>& partial() const { return partial_; }
  /// Whether Patience::kWhole would learn anew.
  bool may_grow() const { return may_grow_; }

 private:
  Status learn(const Project& project, const std::vector<recommender::outfits::Outfit>& outfits,
               const std::string& vector_model, OutfitBasis basis, const Watch& watch);

  LearntOutfits learnt_;
  bool looked_for_file_ = false;
  std::vector<Message> partial_;
  bool may_grow_ = false;
};

}  // namespace jaedan::workflow
