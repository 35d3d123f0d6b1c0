#pragma once

#include <vector>

#include "recommender/item.h"
#include "recommender/outfits/outfit.h"

namespace jaedan::workflow {

/// A garment as a piece of an outfit: its part is the type, what is said of it and of its photo are the tokens
/// ("top/colour=white", "season=summer"), "not sure" apart. `garment` must stay where it is as long as the piece, which
/// points to its vector; one without a vector has labels alone.
recommender::outfits::Piece piece_of(const recommender::Item& garment);

/// Pieces that were worn together, a photo an outfit, to learn from: photos with two or more, by photo id. Without what
/// is said of photos: all pieces of one share it, so it would be learnt that a winter's photo is a winter's photo.
std::vector<recommender::outfits::Outfit> worn_outfits(const std::vector<recommender::outfits::Piece>& garments,
                                                       bool with_vectors = true);

}  // namespace jaedan::workflow
