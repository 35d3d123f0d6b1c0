#include "labeling/formats/taxonomy_json.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Taxonomy> taxonomy = labeling::parse_taxonomy(fuzz::text_of(data, size), "fuzz");
  if (!taxonomy.ok()) return 0;
  for (const TaxonomyAttribute& attribute : taxonomy->attributes()) {
    fuzz::require(taxonomy->attribute(attribute.id) == &attribute, "attribute ids are unique");
    for (const TaxonomyValue& value : attribute.values) {
      fuzz::require(attribute.value(value.id) == &value, "value ids are unique");
    }
  }
  return 0;
}
