#include "app/workflow/project/attribute_word.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "labeling/domain/attribute.h"

namespace jaedan::workflow {
namespace {

/// As ids are spelt; what is not ASCII stays.
std::string simplified(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    if (c >= 0x80) return static_cast<char>(c);
    return c == ' ' || c == '-' ? '_' : static_cast<char>(std::tolower(c));
  });
  return text;
}

/// For an attribute or a value.
template <typename Named>
bool is_called(const Named& named, const std::string& name) {
  return simplified(named.id) == name || named.korean == name || simplified(named.english) == name;
}

template <typename Named>
const Named* find_called(const std::vector<Named>& all, const std::string& name) {
  const std::string wanted = simplified(name);
  const auto exact = std::find_if(all.begin(), all.end(), [&](const Named& n) { return n.id == name; });
  if (exact != all.end()) return &*exact;
  const auto called = std::find_if(all.begin(), all.end(), [&](const Named& n) { return is_called(n, wanted); });
  return called == all.end() ? nullptr : &*called;
}

template <typename Named>
Message names_of(const std::vector<Named>& all) {
  std::string ids, korean;
  for (const Named& named : all) {
    ids += (ids.empty() ? "" : ", ") + named.id;
    korean += (korean.empty() ? "" : ", ") + named.korean;
  }
  return name_in_both(std::move(ids), std::move(korean));
}

}  // namespace

Message attribute_names(const Taxonomy& taxonomy) { return names_of(taxonomy.attributes()); }

const TaxonomyAttribute* find_attribute(const std::string& name, const Taxonomy& taxonomy) {
  return find_called(taxonomy.attributes(), name);
}

Result<AttributeWord> find_attribute_word(const std::string& attribute, const std::string& value,
                                          const Taxonomy& taxonomy) {
  const TaxonomyAttribute* found = find_attribute(attribute, taxonomy);
  if (!found) {
    return Error{ErrorCode::kInvalidArgument,
                 "word.no_attribute",
                 "there is no attribute '{0}'; there are {1}",
                 {attribute, attribute_names(taxonomy)}};
  }
  if (simplified(value) == kNotSure || value == taxonomy.name_of({}, kNotSure, true))
    return AttributeWord{found->id, std::string(kNotSure)};
  const TaxonomyValue* word = find_called(found->values, value);
  if (!word) word = found->value_from_spelling(value);
  if (!word) {
    return Error{ErrorCode::kInvalidArgument,
                 "word.no_value",
                 "{0} has no value '{1}'; it has {2}, not_sure",
                 {name_in_both(found->id, found->korean), value, names_of(found->values)}};
  }
  return AttributeWord{found->id, word->id};
}

}  // namespace jaedan::workflow
