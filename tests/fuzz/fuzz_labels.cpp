#include <cmath>

#include "labeling/formats/importer.h"
#include "labeling/formats/taxonomy_json.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::labeling;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Taxonomy kTaxonomy = load_default_taxonomy().value();
  const ImportContext context = {kTaxonomy, {640, 480}, {"coat", "jeans", "hat"}};
  for (const ImportFormat& format : import_formats()) {
    const Result<ImportedFile> file = format.read(fuzz::text_of(data, size), context);
    if (!file.ok()) continue;
    for (const ImportedPhoto& photo : file->photos) {
      fuzz::require(photo.file_name.find('/') == std::string::npos && photo.file_name != "..", "names are no paths");
      for (const Garment& garment : photo.annotation.garments) {
        for (const Ring& ring : garment.region.rings) {
          for (const Point& p : ring) fuzz::require(std::isfinite(p.x) && std::isfinite(p.y), "points are finite");
        }
      }
    }
  }
  return 0;
}
