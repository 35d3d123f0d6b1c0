#include <cmath>
#include <cstring>
#include <sstream>

#include "recommender/index/checksum.h"
#include "recommender/index/index_file.h"
#include "recommender/index/vector_search.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::recommender;

namespace {

/// What can be read can be asked, changed and asked again.
void read_and_use(const std::string& bytes) {
  std::istringstream in(bytes);
  Result<IndexFile> file = read_index(in);
  if (!file.ok()) return;
  VectorRows& rows = file->rows;
  fuzz::require(rows.size() <= rows.places(), "every vector has a place");
  std::vector<float> query(rows.dimension(), 1);
  const auto ask = [&] {
    const auto found = VectorSearch(rows, query, Metric::kCosine, 3, 1).among_all({});
    fuzz::require(found.ok() && found->size() == std::min<std::size_t>(3, rows.size()), "what there is is found");
    for (const Neighbour& neighbour : *found) fuzz::require(!std::isnan(neighbour.score), "scores are numbers");
  };
  ask();
  if (rows.in_graph()) fuzz::require(rows.near(query.data(), 1, 5).ok(), "the graph can be followed");
  VectorId id = 1;
  while (rows.place_of(id)) ++id;
  fuzz::require(rows.add(id, query.data()).ok(), "a vector can be added");
  ask();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(fuzz::text_of(data, size));
  read_and_use(bytes);
  // The sum at the end stops nearly everything before it is looked at: the same with one that fits.
  if (bytes.size() < sizeof(std::uint64_t)) return 0;
  const std::size_t summed = bytes.size() - sizeof(std::uint64_t);
  Checksum checksum;
  checksum.add(bytes.data(), summed);
  const std::uint64_t sum = checksum.sum();
  std::memcpy(bytes.data() + summed, &sum, sizeof(sum));
  read_and_use(bytes);
  return 0;
}
