#include "labeling/formats/importer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::labeling;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const char* name : {"data.yaml", "classes.txt"}) {
    const Result<YoloNames> names = read_yolo_names(fuzz::text_of(data, size), name);
    if (!names.ok()) {
      fuzz::require(!names.error().text().empty(), "a refusal says why");
      continue;
    }
    fuzz::require(names->classes.size() <= 100'000 + size, "a number names no more classes than that");
    fuzz::require(names->keypoint_values >= 0, "keypoints are counted");
  }
  return 0;
}
