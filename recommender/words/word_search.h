#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "recommender/item.h"
#include "recommender/words/query_words.h"

namespace jaedan::recommender {

/// What is said of whole photos: style, gender, season.
using PhotoLabels = std::map<PhotoId, AttributeValues>;

/// Whether one label of the query is true of a garment or photo.
enum class Verdict {
  kHolds,
  kFails,
  kUnknown,  ///< nothing is said of that attribute
};

/// One label of the query and what became of it.
struct LabelVerdict {
  Label label;            ///< the reading that holds; else the likeliest
  bool excluded = false;  ///< it was not to be there
  Verdict verdict = Verdict::kUnknown;
  double score = 1;  ///< of a label that is there: how sure who said it was, 0…1 (Provenance::score)
};

/// The garment that answers one garment of the query.
struct GarmentAnswer {
  std::size_t asked = 0;       ///< place in WordQuery::garments
  const Item* item = nullptr;  ///< owned by who called
  double score = 0;            ///< 0…1
  std::vector<LabelVerdict> labels;
};

/// A photo that answers the query.
struct PhotoAnswer {
  PhotoId photo;
  double score = 0;                     ///< mean over what is asked for, 0…1
  bool complete = true;                 ///< every garment of the query is there
  std::vector<GarmentAnswer> garments;  ///< in the order of the query
  std::vector<LabelVerdict> labels;     ///< of the photo
};

/// The `k` photos that answer a query best. In a photo each garment of the query has one of its own, so that their
/// scores together are the highest; first come photos that have them all, then by score, equals by photo id (and
/// garments of a photo by garment id).
/// - A garment answers when it has the part, is not known to be of another category, has nothing that is excluded,
///   and at least one thing of it is known to hold. Each label counts the same, the category twice: in full when it
///   holds and somebody sure said so, half when nobody said anything of it or a model was not sure at all, nothing when
///   another value is said. Of a word that may answer several questions the likeliest one counts most.
/// - Photos with an unwanted garment or an excluded label of the photo are left out; a photo of which at least one
/// thing
///   asked for is not known to hold is none.
/// `items` in any order; a garment that comes twice counts once. An empty query finds nothing.
std::vector<PhotoAnswer> search_by_words(const WordQuery& query, const std::vector<Item>& items,
                                         const PhotoLabels& photo_labels, std::size_t k);

}  // namespace jaedan::recommender
