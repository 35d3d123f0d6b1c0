#pragma once

#include <functional>
#include <map>
#include <string>

#include "inference/train/data/tagged_photos.h"

namespace jaedan::inference {

/// What six people agreed on about a photo of the Clothing Attribute Dataset: by a column of its images.csv the word;
/// empty or not there: they did not agree.
using Votes = std::map<std::string, std::string, std::less<>>;

/// Fills what the votes say of the parts, of the garment that they are about and of the photo, by the table below; it
/// was made by looking at ten photos or more of each row. Parts: the category is that of the uppermost garment, and
/// what may be under or below it stays allowed; without one every part does, and only the gender is taken. A sweater
/// without a placket is a top; with one it may be a cardigan, which is an outer garment here, and nothing is said of
/// it.
///
/// | vote | label | where it is taken |
/// |---|---|---|
/// | sleevelength none, short, long | sleeve_length sleeveless, short, long | every part |
/// | collar no | collar none | every part, without a scarf |
/// | collar yes | collar shirt | of a shirt, without a scarf |
/// | collar yes | collar notched | of a suit, without a scarf |
/// | neckline round, v-shape | neckline round, v | top and dress with collar no, without a scarf |
/// | pattern_solid, _stripe, _plaid | print solid, stripe, check | the only pattern; every part |
/// | pattern_floral, _spot, _graphics | print floral, dot, graphic | the only pattern; top and dress |
/// | black, white | colour black, white | the only colour, of a solid cloth |
/// | gender | gender women, men | the photo |
///
/// Not taken: a collar of outerwear, dress or sweater (it may be any, or the shirt's below); the neckline of an outer
/// garment and spots, flowers and pictures on one (the shirt's as a rule); neckline "other"; the other eight colours
/// (beige goes by grey and brown, pink by purple, navy by blue, orange by yellow); placket, necktie, scarf, exposed
/// skin.
void take_votes(const Votes& votes, TaggedPhoto& photo);

}  // namespace jaedan::inference
