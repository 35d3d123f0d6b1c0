#include "recommender/outfits/piece_taste.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jaedan::recommender::outfits {
namespace {

/// The attribute whose value a piece's type is.
constexpr std::string_view kType = "type";

std::vector<LabelWords> labels_of(const Piece& piece) {
  std::vector<LabelWords> labels = {{kType, piece.type}};
  for (const std::string& token : piece.tokens) {
    const std::size_t equals = token.find('=');
    if (equals == std::string::npos) continue;
    labels.push_back({std::string_view(token).substr(0, equals), std::string_view(token).substr(equals + 1)});
  }
  return labels;
}

ValueCounts counts_of(const PieceList& pieces) {
  ValueCounts counts;
  for (const Piece* piece : pieces) {
    for (const LabelWords& label : labels_of(*piece)) {
      const auto known = counts.find(label);
      if (known != counts.end()) {
        ++known->second;
      } else {
        counts[{std::string(label.attribute), std::string(label.value)}] = 1;
      }
    }
  }
  return counts;
}

/// Stated values with the types that they are of.
Preferences of_types(Preferences preferences, const ValueCounts& everyone) {
  std::set<std::string_view> attributes;
  for (const auto& counted : everyone) attributes.insert(counted.first.attribute);
  std::vector<LabelValue> values;
  for (const LabelValue& wanted : preferences.values) {
    for (const std::string_view attribute : attributes) {
      if (attribute != wanted.attribute && without_type(attribute) != wanted.attribute) continue;
      values.push_back({std::string(attribute), wanted.value});
    }
  }
  preferences.values = std::move(values);
  return preferences;
}

Taste taste_of(const Preferences& preferences, const ValueCounts& everyone, const ValueCounts& theirs) {
  return {of_types(preferences, everyone), everyone, theirs};
}

}  // namespace

PieceTaste::PieceTaste(const Preferences& preferences, const PieceList& everyone, const PieceList& theirs)
    : taste_(taste_of(preferences, counts_of(everyone), counts_of(theirs))) {}

double PieceTaste::of(const Piece& piece) const { return taste_.of(labels_of(piece)); }

double PieceTaste::of(const PieceList& pieces) const {
  double sum = 0;
  for (const Piece* piece : pieces) sum += of(*piece);
  return pieces.empty() ? 0 : sum / static_cast<double>(pieces.size());
}

}  // namespace jaedan::recommender::outfits
