#pragma once

#include <string>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/domain/taxonomy.h"
#include "recommender/outfits/compatibility.h"
#include "recommender/outfits/outfit.h"

namespace jaedan::workflow {

/// "black skirt", as far as it is known; else its part.
Message name_of(const recommender::outfits::Piece& piece, const Taxonomy& taxonomy);

/// A value's name, "skirt".
Message name_of_value(const std::string& attribute, const std::string& value, const Taxonomy& taxonomy);

/// Who speaks most for `piece` among `others`, for or against: "worn with the white shirt more often than not (+0.83)".
/// Nothing where nobody does.
std::vector<Message> speaking_for(const recommender::outfits::PieceList& others,
                                  const std::vector<recommender::outfits::Reason>& reasons, const Taxonomy& taxonomy);

/// How the colour of `piece` goes with those of others, where two are known: with which best, or with which it clashes.
std::vector<Message> of_colours(const recommender::outfits::Piece& piece, const recommender::outfits::PieceList& others,
                                const Taxonomy& taxonomy);
/// The same of all pairs of `pieces`.
std::vector<Message> of_colours(const recommender::outfits::PieceList& pieces, const Taxonomy& taxonomy);

/// What a taste of −1…1 says; nothing for 0.
std::vector<Message> of_taste(double taste);

}  // namespace jaedan::workflow
