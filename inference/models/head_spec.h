#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/part.h"

namespace jaedan::inference {

/// A value that a head may answer.
struct HeadValue {
  std::string id;           ///< of the taxonomy
  std::vector<Part> parts;  ///< garments that it may be said of; empty: of all

  friend bool operator==(const HeadValue& a, const HeadValue& b) { return a.id == b.id && a.parts == b.parts; }
};

/// One question that a model answers of every garment: an output of the network, described. Recipes say what is learnt,
/// cards what was.
struct HeadSpec {
  std::string attribute;          ///< id of the taxonomy's; also the name of the layer in the weights
  std::vector<HeadValue> values;  ///< in the order of the network's answers
  bool multiple = false;          ///< several may be true of one garment; else one is

  friend bool operator==(const HeadSpec& a, const HeadSpec& b) {
    return a.attribute == b.attribute && a.values == b.values && a.multiple == b.multiple;
  }
};

bool may_be_said(const HeadValue& value, Part part);
/// Place of a value among the head's, or −1.
int index_of(const HeadSpec& head, std::string_view value_id);
/// "category, length": their attributes.
std::string names_of(const std::vector<HeadSpec>& heads);

/// What metrics call a head's share of right answers: "category_accuracy".
std::string accuracy_name(const HeadSpec& head);

/// The head of every model whose card or recipe names none: the category of a garment.
const HeadSpec& category_head();
/// The same with these values alone, in this order: how cards of before heads were written name it.
HeadSpec category_head_of(const std::vector<std::string>& values);

/// As recipes and cards hold it: an array of {"attribute","values","multiple"}, a value being an id or
/// {"id","parts"}. kCorrupt: no such thing, an attribute that is no id (a to z, digits and _) or comes twice, a head
/// without values, a value that comes twice, an unknown part. `where` stands in messages.
Result<std::vector<HeadSpec>> parse_heads(const std::string& json, const std::string& where);
std::string serialize_heads(const std::vector<HeadSpec>& heads);

}  // namespace jaedan::inference
