#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/outfits/outfit_garments.h"
#include "app/workflow/outfits/outfit_model.h"
#include "app/workflow/recommend/recommend_items.h"
#include "labeling/store/photo_catalogue.h"
#include "recommender/preference.h"

namespace jaedan::workflow {

/// What is asked of what goes together.
enum class OutfitQuestion {
  kGoesWith,  ///< the best garments of each other part beside one garment, or beside all that a photo wears
  kBest,      ///< the best outfits of a wardrobe
  kMissing,   ///< the kinds of garments that a wardrobe lacks
};

struct OutfitQuery {
  OutfitQuestion question = OutfitQuestion::kGoesWith;
  /// kGoesWith: what it is to go with; a choice without garment and part is all that the photo wears. kBest: what each
  /// outfit has; such a choice then is the photo's largest garment. Any photo's, approved or not.
  std::vector<GarmentChoice> with = {};
  std::optional<labeling::PhotoFilter> wardrobe = {};  ///< whose approved garments may be worn; unset: all
  recommender::Preferences preferences = {};           ///< its weight does not count (outfit_search.h has one)
  int k = 10;                                          ///< garments of a part, outfits, kinds

  friend bool operator==(const OutfitQuery& a, const OutfitQuery& b);
  friend bool operator!=(const OutfitQuery& a, const OutfitQuery& b) { return !(a == b); }
};

/// What a score is made of (recommender/outfits/outfit_search.h).
struct OutfitTerms {
  double compatibility = 0;
  std::optional<double> harmony;  ///< of colours, 0…1; nothing: no two are known
  double taste = 0;               ///< −1…1
};

/// A garment beside others. `item.score` is made of `terms`, `item.reason` is the reasons in English.
struct SuggestedGarment {
  RecommendedItem item;
  OutfitTerms terms;
  std::vector<Message> reasons;
};

/// The best garments of one part.
struct SuggestedPart {
  Part part = Part::kTop;
  std::vector<SuggestedGarment> garments;
};

/// Garments to wear together.
struct SuggestedOutfit {
  std::vector<RecommendedItem> pieces;  ///< in the order of Part; their scores are how well each suits the others
  double score = 0;
  OutfitTerms terms;
  std::vector<Message> reasons;
};

/// A kind of garment that the wardrobe lacks.
struct SuggestedKind {
  Part part = Part::kTop;
  recommender::LabelValue kind;            ///< category = skirt; no value: any garment of the part
  double gain = 0;                         ///< as outfits::MissingPart; 0 where nothing was learnt
  std::int64_t completes = 0;              ///< outfits of the wardrobe that it makes better
  std::vector<SuggestedGarment> garments;  ///< approved ones that are not in the wardrobe, the best first
  std::vector<Message> reasons;
};

struct OutfitSuggestions {
  std::vector<RecommendedItem> with;     ///< what was asked about, or is in every outfit
  std::vector<SuggestedPart> beside;     ///< kGoesWith
  std::vector<SuggestedOutfit> outfits;  ///< kBest
  std::vector<SuggestedKind> missing;    ///< kMissing
  std::size_t learnt_from = 0;           ///< outfits; 0: ranked by colours and preferences alone
  /// What the answer lacks, or why there is none.
  std::vector<Message> partial;
  bool may_grow = false;   ///< whether with Patience::kWhole there would be more garments
  bool may_learn = false;  ///< whether with Patience::kWhole it would be learnt (anew) what goes together
};

/// The garments and the model that answers come from, held for the next question. One project, one thread at a time.
class OutfitMemory {
 public:
  /// Learnt from are the photos and, beside them, the project's outfit tables. Errors of both.
  Status refresh(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience, const Watch& watch);

  const OutfitGarments& garments() const { return garments_; }
  const OutfitModel& model() const { return model_; }
  /// Why the outfit tables are left out; nothing: they are not.
  const std::optional<Message>& unread_tables() const { return unread_tables_; }
  /// Takes over what was learnt elsewhere, of the same project.
  void adopt(OutfitModel model);

 private:
  OutfitGarments garments_;
  OutfitModel model_;
  std::int64_t learnt_of_ = 0;          ///< version of the garments that the model is as good as
  std::int64_t learnt_of_tables_ = -1;  ///< and of the outfit tables
  std::optional<Message> unread_tables_;
};

/// Answers `query` from the approved photos. Equals come by photo, then garment. What is beside a garment is never of
/// its own photo. Finding nothing is no error: `partial` says why. kNotFound where `with` is not there;
/// kInvalidArgument for garments that nobody wears together (two of a part, a dress and a skirt), or for none to go
/// with; kCancelled; errors of the store.
Result<OutfitSuggestions> suggest_outfits(Project& project, const OutfitQuery& query, const Watch& watch = {});

/// The same with what is held for the next question. With Patience::kAtOnce the answer comes from what is held and says
/// what it lacks; asked again with kWhole, it lacks nothing that can be read or learnt.
Result<OutfitSuggestions> suggest_outfits(Project& project, GarmentCatalogues& catalogues, OutfitMemory& memory,
                                          const OutfitQuery& query, Patience patience, const Watch& watch);

}  // namespace jaedan::workflow
