#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::workflow {

/// ATTRIBUTE=VALUE as the data has it.
struct AttributeWord {
  std::string attribute;
  std::string value;
};

/// The attribute that a person means by its id, or its Korean or English name ('_' for a blank, capitals or not);
/// null when there is none.
const TaxonomyAttribute* find_attribute(const std::string& name, const Taxonomy& taxonomy);

/// What a person means by `attribute` and `value`: ids or names as above; "not sure" is a value of every
/// attribute. kInvalidArgument names what there is.
Result<AttributeWord> find_attribute_word(const std::string& attribute, const std::string& value,
                                          const Taxonomy& taxonomy);

/// All attributes, for a sentence: their ids ("category, colour, …"), or their Korean names in the Korean window.
Message attribute_names(const Taxonomy& taxonomy);

}  // namespace jaedan::workflow
