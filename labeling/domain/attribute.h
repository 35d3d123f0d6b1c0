#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/provenance.h"

namespace jaedan {

/// ASCII ids of the attributes of the K-Fashion taxonomy (assets/taxonomy/kfashion.json). Attributes are
/// strings, not an enum, because a project may add its own.
namespace attribute {
inline constexpr std::string_view kCategory = "category";
inline constexpr std::string_view kColour = "colour";
inline constexpr std::string_view kSubColour = "sub_colour";
inline constexpr std::string_view kLength = "length";
inline constexpr std::string_view kSleeveLength = "sleeve_length";
inline constexpr std::string_view kNeckline = "neckline";
inline constexpr std::string_view kCollar = "collar";
inline constexpr std::string_view kFit = "fit";
inline constexpr std::string_view kDetail = "detail";
inline constexpr std::string_view kMaterial = "material";
inline constexpr std::string_view kPrint = "print";
inline constexpr std::string_view kStyle = "style";         // of the photo, not of a garment
inline constexpr std::string_view kSubStyle = "sub_style";  // of the photo, not of a garment
// Of the photo as well, and of no K-Fashion file.
inline constexpr std::string_view kGender = "gender";
inline constexpr std::string_view kSeason = "season";
}  // namespace attribute

/// The value id with which a person says "I looked and cannot tell". Not written to K-Fashion files.
inline constexpr std::string_view kNotSure = "not_sure";

/// What a model would have said instead.
struct AlternativeValue {
  std::string value;  ///< value id
  double score = 0;   ///< as Provenance::score of what it did say

  friend bool operator==(const AlternativeValue& a, const AlternativeValue& b) {
    return a.value == b.value && a.score == b.score;
  }
};

/// A guess that is less sure than this is no alternative: it would be shown as next to nothing.
inline constexpr double kLeastAlternative = 0.01;

/// One value of one attribute. An attribute that takes several values (detail, material, print) has
/// several of these, in the order in which they were chosen.
struct AttributeValue {
  std::string attribute;  ///< e.g. "colour"
  std::string value;      ///< value id, e.g. "black"; for a word outside the taxonomy the word itself
  std::string spelling;   ///< as read from a file when it differs from the taxonomy's Korean name; else empty
  Provenance provenance;
  /// Of a model's word where one value is said: its next guesses, the likeliest first. Empty for people and files.
  std::vector<AlternativeValue> alternatives = {};

  friend bool operator==(const AttributeValue& a, const AttributeValue& b) {
    return a.attribute == b.attribute && a.value == b.value && a.spelling == b.spelling &&
           a.provenance == b.provenance && a.alternatives == b.alternatives;
  }
};

using AttributeValues = std::vector<AttributeValue>;

/// First value of `attribute`, or null.
const AttributeValue* find_value(const AttributeValues& values, std::string_view attribute);
/// All value ids of `attribute`, in order.
std::vector<std::string> values_of(const AttributeValues& values, std::string_view attribute);
/// Removes every value of `attribute`.
void erase_values(AttributeValues& values, std::string_view attribute);
/// Replaces every value of `attribute` by `value`.
void set_value(AttributeValues& values, AttributeValue value);

}  // namespace jaedan
