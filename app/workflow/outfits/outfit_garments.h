#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "app/workflow/recommend/asked_garment.h"
#include "app/workflow/recommend/labelled_garments.h"
#include "recommender/outfits/outfit.h"

namespace jaedan::workflow {

/// The garments of approved photos as pieces of outfits, held for many questions. Those of the catalogue, with its
/// vectors, where at least half of the garments have one there; else all that are labelled, without vectors. About 1 kB
/// a garment.
///
/// Belongs to one project and its GarmentCatalogues, and is as they are: one thread at a time.
class OutfitGarments {
 public:
  /// Takes in what changed. `asked`: a photo whose model's vectors are meant, where no model is for vectors; may be
  /// none. kCancelled; errors of the store. A model that cannot be opened is none: labels remain, and `partial` says
  /// so.
  Status refresh(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience, const Watch& watch);

  /// By photo, then garment; as good as the next use of the catalogues.
  const std::vector<recommender::outfits::Piece>& pieces() const { return pieces_; }
  const Photo& photo(PhotoId id) const;
  /// Image space; empty for a garment without outline.
  Rect box_of(GarmentKey garment) const;
  /// The model whose vectors the pieces have; empty: they have none.
  const std::string& vector_model() const { return catalogue_ ? model_id_ : no_model_; }
  /// What the pieces lack, a sentence each.
  const std::vector<Message>& partial() const { return partial_; }
  /// Whether Patience::kWhole would bring more.
  bool may_grow() const { return may_grow_; }
  /// Another number whenever the pieces are others.
  std::int64_t version() const { return version_; }

  /// A garment of any photo, approved or not, with the vector that is stored for it. A choice without garment and part
  /// is the largest one. Errors of chosen_garment.
  Result<AskedGarment> asked(Project& project, const GarmentChoice& choice) const;

 private:
  /// What the pieces were made of: records of the log, photos that the catalogue has not taken in, its garments.
  using Stamp = std::tuple<std::string, std::int64_t, std::int64_t, std::size_t>;

  Status take_catalogue(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience,
                        const Watch& watch);
  Status take_labels(Project& project, std::int64_t log_number, const Watch& watch);
  void make_pieces(const std::vector<recommender::Item>& items, Stamp stamp);

  std::vector<recommender::outfits::Piece> pieces_;
  std::vector<Message> partial_;
  bool may_grow_ = false;
  std::int64_t version_ = 0;
  Stamp stamp_ = {};
  const GarmentCatalogue* catalogue_ = nullptr;  ///< where the pieces come from; null: from `labelled_`
  std::string model_id_;
  const std::string no_model_;
  LabelledGarments labelled_;
  std::int64_t labelled_at_ = -1;  ///< records of the log when `labelled_` was read
};

}  // namespace jaedan::workflow
