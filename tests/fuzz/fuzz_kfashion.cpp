#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/formats/taxonomy_json.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::labeling;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Taxonomy kTaxonomy = load_default_taxonomy().value();
  Result<KFashionFile> file = read_kfashion(fuzz::text_of(data, size), kTaxonomy);
  if (!file.ok()) return 0;
  const Result<KFashionText> unchanged = write_kfashion(*file, kTaxonomy);
  fuzz::require(unchanged.ok(), "what was read can be written");
  fuzz::require(unchanged->bytes == file->source, "an unchanged file keeps its bytes");

  file->source.clear();
  const Result<KFashionText> anew = write_kfashion(*file, kTaxonomy);
  fuzz::require(anew.ok(), "what was read can be written anew");
  const Result<KFashionFile> again = read_kfashion(anew->bytes, kTaxonomy);
  fuzz::require(again.ok(), "what was written can be read");
  fuzz::require(write_kfashion(*again, kTaxonomy)->bytes == anew->bytes, "what was written stays as it is");
  return 0;
}
