#include <cstdio>
#include <cstdlib>

#include "labeling/formats/taxonomy_json.h"
#include "labeling/synth/write_photos.h"

int main(int argc, char** argv) {
  using namespace jaedan;
  if (argc < 4) {
    std::fprintf(stderr, "usage: jaedan_synth_tool OUT COUNT SEED [FIRST]\n");
    return 2;
  }
  const Result<Taxonomy> taxonomy = labeling::load_default_taxonomy();
  if (!taxonomy) {
    std::fprintf(stderr, "%s\n", taxonomy.error().message.c_str());
    return 3;
  }
  labeling::WriteDrawnOptions options;
  if (argc > 4) options.first = std::atoi(argv[4]);
  options.progress = [](int done, int count) {
    if (done % 50 == 0 || done == count) std::fprintf(stderr, "%d of %d\n", done, count);
  };
  const Status status = labeling::write_drawn_photos(argv[1], std::atoi(argv[2]), std::strtoull(argv[3], nullptr, 10),
                                                     *taxonomy, options, labeling::disk());
  if (!status) {
    std::fprintf(stderr, "%s\n", status.error().message.c_str());
    return 1;
  }
  return 0;
}
