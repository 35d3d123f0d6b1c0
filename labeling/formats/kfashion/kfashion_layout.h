#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/formats/json/json_document.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/formats/kfashion/kfashion_keys.h"

/// What reader and writer of label files share; nobody else includes this.
namespace jaedan::labeling::kfashion {

/// A file without its warnings' and source's owner: what `root` says. Warnings go to `file.warnings`.
KFashionFile read_root(const JsonValue& root, const Taxonomy& taxonomy);

/// How many objects the arrays of a part hold at most, over the three sections.
std::size_t slot_count(const JsonValue& root, Part part);
/// Object `slot` of `part` in `section`; an object without an array around it counts as slot 0. Null when absent.
const JsonValue* slot_of(const JsonValue& root, std::string_view section, Part part, std::size_t slot);
/// The first object of 스타일, or null.
const JsonValue* style_of(const JsonValue& root);

/// The member of `object` for `key`, under its name or one of its aliases; null when absent.
const JsonMember* member_for(const JsonValue& object, const AttributeKey& key);

/// The words of one attribute as a file spells them: the spelling read, else the taxonomy's Korean name, else the value
/// itself. Not-sure is left out.
std::vector<std::string> words_of(const AttributeValues& values, std::string_view attribute, const Taxonomy& taxonomy);
/// The attribute values that `words` mean.
AttributeValues values_from_words(std::string_view attribute, const std::vector<std::string>& words,
                                  const Taxonomy& taxonomy);

/// The polygon object of a ring, in the exporter's order; {} for an empty ring.
JsonValue polygon_of(const Ring& ring);
/// The rect object around a ring as the exporter derives it; {} for an empty ring.
JsonValue derived_rect_of(const Ring& ring);
JsonValue rect_value_of(const Rect& rect);

}  // namespace jaedan::labeling::kfashion
