#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "recommender/outfits/outfit_search.h"

namespace jaedan::recommender::outfits {

/// A kind of thing that a wardrobe lacks.
struct MissingPart {
  std::string type;           ///< "bottom", or a table's word
  std::string token;          ///< of garments: "bottom/category=skirt"; empty of a table
  double gain = 0;            ///< mean over the outfits of how much better it suits than what is worn there, 0 at least
  std::size_t completes = 0;  ///< outfits that it makes better
};

struct MissingParts {
  std::vector<MissingPart> parts;  ///< who gains most first, then by how many, then by word
  std::size_t outfits = 0;         ///< that were asked
  /// No whole outfit can be put together: each piece was asked alone.
  bool of_single_pieces = false;
};

struct MissingOptions {
  SearchOptions search;                ///< whose results are not looked at
  std::size_t outfits = 50;            ///< the wardrobe's best so many are asked
  std::string attribute = "category";  ///< of garments: what kinds are told apart by
  std::size_t results = 10;
};

/// What the wardrobe lacks: the kinds that the model knows and nothing in the wardrobe is of, by how much better they
/// suit the wardrobe's best outfits than what is worn in their place (0 where nothing is). A kind of garment suits as
/// the mean of the model's references of it. An empty wardrobe lacks nothing that could be told: kNotFound. Otherwise
/// the errors of best_outfits but kNotFound.
Result<MissingParts> missing_parts(const CompatibilityModel& model, const std::vector<Piece>& wardrobe,
                                   const MissingOptions& options = {});

}  // namespace jaedan::recommender::outfits
