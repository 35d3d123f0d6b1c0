#pragma once

#include <string>
#include <vector>

#include "inference/models/model_card.h"

namespace jaedan::report {

/// What a card says under one heading, for people; plain text, a sentence or a figure a line.
struct CardEntry {
  std::string heading;
  std::vector<std::string> lines;
};

/// The whole card in words, in the order in which a person wants to know; what the card does not say is said to be
/// unknown where it matters (data, terms, weaknesses, calibration).
std::vector<CardEntry> describe_card(const inference::ModelCard& card);

/// What the card's figures are of: "104 photos of ccp, split val".
std::string words_of_measured(const inference::ModelCard& card);

/// "35 s", "12 min", "3.5 h".
std::string words_of_seconds(double seconds);

}  // namespace jaedan::report
