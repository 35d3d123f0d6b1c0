#pragma once

#include <optional>
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

/// What a head is asked about.
enum class HeadScope {
  kGarment,  ///< each garment
  kPhoto,    ///< the photo as a whole: style, gender, season
};

/// How far a head's answers are to be believed; fitted to photos that it did not learn from
/// (train/measure/confidence_fit.h). A fresh head is believed as it stands and always.
struct HeadConfidence {
  double temperature = 1;  ///< > 0; the logits are divided by it before they become probabilities
  double threshold = 0;    ///< [0, 1]; an answer that is less likely is a guess and not filled in

  friend bool operator==(const HeadConfidence& a, const HeadConfidence& b) {
    return a.temperature == b.temperature && a.threshold == b.threshold;
  }
};

/// One question that a model answers of every garment, or of every photo: an output of the network, described. Recipes
/// say what is learnt, cards what was.
struct HeadSpec {
  std::string attribute;          ///< id of the taxonomy's; also the name of the layer in the weights
  std::vector<HeadValue> values;  ///< in the order of the network's answers
  bool multiple = false;          ///< several may be true of one garment; else one is
  HeadScope scope = HeadScope::kGarment;
  HeadConfidence confidence = {};
  /// Its classifiers come from a graph of its values (net/figures/graph_head.h). Only with `multiple`, and only a
  /// figure network has such a head: who learns another network with it is refused.
  bool graph = false;

  friend bool operator==(const HeadSpec& a, const HeadSpec& b) {
    return a.attribute == b.attribute && a.values == b.values && a.multiple == b.multiple && a.scope == b.scope &&
           a.confidence == b.confidence && a.graph == b.graph;
  }
};

/// Of a garment of `part`, or of a photo (no part): whose values are all said of it.
bool may_be_said(const HeadValue& value, std::optional<Part> part);
/// Place of a value among the head's, or −1.
int index_of(const HeadSpec& head, std::string_view value_id);
/// "category, length": their attributes.
std::string names_of(const std::vector<HeadSpec>& heads);
/// The heads of this scope, in their order.
std::vector<HeadSpec> heads_of(const std::vector<HeadSpec>& heads, HeadScope scope);
/// The same questions, as a network that nobody has measured answers them: what a recipe says of a model's heads.
std::vector<HeadSpec> unmeasured(std::vector<HeadSpec> heads);

/// What metrics call a head's share of right answers: "category_accuracy".
std::string accuracy_name(const HeadSpec& head);

/// The head of every model whose card or recipe names none: the category of a garment.
const HeadSpec& category_head();
/// The same with these values alone, in this order: how cards of before heads were written name it.
HeadSpec category_head_of(const std::vector<std::string>& values);

/// As recipes and cards hold it: an array of {"attribute","values","multiple"}, a value being an id or
/// {"id","parts"}; beside them, where it is not the default, "scope" ("photo"), "temperature", "threshold" and "graph"
/// (true). kCorrupt: no such thing, an attribute that is no id (a to z, digits and _) or comes twice, a head without
/// values, a value that comes twice, an unknown part or scope, a temperature or threshold out of its range, a graph of
/// a head that says one value. `where` stands in messages.
Result<std::vector<HeadSpec>> parse_heads(const std::string& json, const std::string& where);
std::string serialize_heads(const std::vector<HeadSpec>& heads);

}  // namespace jaedan::inference
