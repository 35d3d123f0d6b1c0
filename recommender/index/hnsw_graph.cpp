#include "recommender/index/hnsw_graph.h"

#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "recommender/index/byte_stream.h"
#include "recommender/index/large_pages.h"
#include "recommender/index/vector_math.h"

namespace jaedan::recommender {
namespace {

using Links = hnswlib::linklistsizeint;

constexpr std::size_t kLinks = 16;          // M of the paper: memory against recall
constexpr std::size_t kBuildBreadth = 100;  // efConstruction
constexpr std::size_t kGrowth = 8;          // an eighth more room at a time
constexpr std::size_t kLeastRoom = 1024;
constexpr int kHighestLevel = 40;  // by chance: one vector of 16^40
/// Shorter than that a vector points nowhere: single precision ends.
constexpr double kLeastLength = 1e-15;
/// Neighbours of an overwritten vector that are linked anew among each other.
constexpr float kShareRepaired = 1;

/// What is said of the library's exceptions.
template <typename Work>
Status caught(Work work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return Error{ErrorCode::kInternal, "recommender.index_failed", "vector index: {0}", {error.what()}};
  }
}

/// 1 − cosine of vectors that lie in memory as they were given, each followed by one over its length. A copy of unit
/// length would rank differently from the vector itself in the last digit.
float cosine_distance(const void* a, const void* b, const void* dimension) {
  const std::size_t count = *static_cast<const std::size_t*>(dimension);
  const auto* x = static_cast<const float*>(a);
  const auto* y = static_cast<const float*>(b);
  return 1.0F - quick_dot(x, y, count) * x[count] * y[count];
}

class CosineSpace final : public hnswlib::SpaceInterface<float> {
 public:
  explicit CosineSpace(std::size_t dimension) : dimension_(dimension) {}
  std::size_t get_data_size() override { return (dimension_ + 1) * sizeof(float); }
  hnswlib::DISTFUNC<float> get_dist_func() override { return cosine_distance; }
  void* get_dist_func_param() override { return &dimension_; }

 private:
  std::size_t dimension_;
};

std::vector<float> with_inverse_length(const float* vector, std::size_t dimension, double length) {
  std::vector<float> point(vector, vector + dimension);
  point.push_back(length > kLeastLength ? static_cast<float>(1 / length) : 0.0F);
  return point;
}

/// A level is drawn from the place alone, so that there is no state of a generator to keep in the file (splitmix64,
/// Steele, Lea and Flood 2014, as it mixes its counter).
std::uint32_t seed_of(std::size_t place) {
  std::uint64_t x = (place + 1) * 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return static_cast<std::uint32_t>(x >> 32);
}

}  // namespace

struct HnswGraph::State {
  State(std::size_t vector_dimension, std::size_t capacity)
      : dimension(vector_dimension),
        space(vector_dimension),
        graph(&space, std::max(capacity, kLeastRoom), kLinks, kBuildBreadth) {
    prefer_large_pages();
  }

  std::size_t dimension;
  CosineSpace space;
  hnswlib::HierarchicalNSW<float> graph;

  void prefer_large_pages() {
    recommender::prefer_large_pages(graph.data_level0_memory_, graph.max_elements_ * graph.size_data_per_element_);
  }
  void grow() {
    graph.resizeIndex(graph.max_elements_ + graph.max_elements_ / kGrowth + kLeastRoom);
    prefer_large_pages();
  }
  char* element(std::size_t place) const { return graph.data_level0_memory_ + place * graph.size_data_per_element_; }
  Status read(ByteReader& from, std::size_t count);
  bool is_sound() const;
  bool are_sound(const Links* links, int level) const;
};

HnswGraph::HnswGraph(std::unique_ptr<State> state) : state_(std::move(state)) {}
HnswGraph::HnswGraph(HnswGraph&&) noexcept = default;
HnswGraph& HnswGraph::operator=(HnswGraph&&) noexcept = default;
HnswGraph::~HnswGraph() = default;

std::size_t HnswGraph::size() const { return state_->graph.cur_element_count; }

const float* HnswGraph::row(Place place) const {
  return reinterpret_cast<const float*>(state_->graph.getDataByInternalId(place));
}

Result<HnswGraph> HnswGraph::create(std::size_t dimension, std::size_t capacity) {
  std::unique_ptr<State> state;
  JAEDAN_RETURN_IF_ERROR(caught([&]() -> Status {
    state = std::make_unique<State>(dimension, capacity);
    return {};
  }));
  return HnswGraph(std::move(state));
}

Status HnswGraph::append(const float* vector, double length) {
  auto& graph = state_->graph;
  const std::size_t place = size();
  const std::vector<float> point = with_inverse_length(vector, state_->dimension, length);
  return caught([&]() -> Status {
    if (place == graph.max_elements_) state_->grow();
    graph.level_generator_.seed(seed_of(place));
    graph.addPoint(point.data(), place);
    // Names of the library's for its points: places are enough here, and a table of a million takes 50 MB.
    graph.label_lookup_.clear();
    return {};
  });
}

Status HnswGraph::overwrite(Place place, const float* vector, double length) {
  const std::vector<float> point = with_inverse_length(vector, state_->dimension, length);
  return caught([&]() -> Status {
    state_->graph.updatePoint(point.data(), place, kShareRepaired);
    return {};
  });
}

Result<std::vector<Place>> HnswGraph::near(const float* query, double length, std::size_t breadth) const {
  const std::vector<float> point = with_inverse_length(query, state_->dimension, length);
  std::vector<Place> found;
  JAEDAN_RETURN_IF_ERROR(caught([&]() -> Status {
    // searchKnn looks at least as widely as it returns, so no setting has to change: asking stays thread-safe.
    auto queue = state_->graph.searchKnn(point.data(), breadth);
    found.reserve(queue.size());
    for (; !queue.empty(); queue.pop()) found.push_back(static_cast<Place>(queue.top().second));
    return {};
  }));
  return found;
}

namespace {

/// What stands in front of the links in the file.
struct GraphHeader {
  std::uint32_t links = kLinks;
  std::uint32_t entry = 0;
  std::int32_t top_level = -1;
  std::uint32_t element_bytes = 0;
};

}  // namespace

Status HnswGraph::write(ByteWriter& into) const {
  const auto& graph = state_->graph;
  JAEDAN_RETURN_IF_ERROR(into.value(GraphHeader{kLinks, graph.enterpoint_node_, graph.maxlevel_,
                                                static_cast<std::uint32_t>(graph.size_data_per_element_)}));
  // Links, vector, one over its length and place, element by element.
  JAEDAN_RETURN_IF_ERROR(into.bytes(graph.data_level0_memory_, size() * graph.size_data_per_element_));
  std::vector<std::uint8_t> levels(size());
  for (std::size_t i = 0; i < size(); ++i) levels[i] = static_cast<std::uint8_t>(graph.element_levels_[i]);
  JAEDAN_RETURN_IF_ERROR(into.list(levels));
  for (std::size_t i = 0; i < size(); ++i) {
    if (levels[i] > 0) {
      JAEDAN_RETURN_IF_ERROR(into.bytes(graph.linkLists_[i], levels[i] * graph.size_links_per_element_));
    }
  }
  return {};
}

Result<HnswGraph> HnswGraph::read(ByteReader& from, std::size_t dimension, std::size_t count) {
  if (count > kMostPlaces || !from.has(count, (dimension + 1) * sizeof(float))) return damaged_index();
  JAEDAN_ASSIGN_OR_RETURN(HnswGraph graph, create(dimension, count));
  JAEDAN_RETURN_IF_ERROR(caught([&] { return graph.state_->read(from, count); }));
  return graph;
}

Status HnswGraph::State::read(ByteReader& from, std::size_t count) {
  GraphHeader header;
  JAEDAN_RETURN_IF_ERROR(from.value(header));
  if (header.links != kLinks || header.element_bytes != graph.size_data_per_element_) return damaged_index();
  if (count == 0) return {};
  JAEDAN_RETURN_IF_ERROR(from.bytes(graph.data_level0_memory_, count * graph.size_data_per_element_));
  std::vector<std::uint8_t> levels;
  JAEDAN_RETURN_IF_ERROR(from.list(levels, count));
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t bytes = levels[i] * graph.size_links_per_element_;
    if (levels[i] > kHighestLevel || !from.has(1, bytes)) return damaged_index();
    if (bytes > 0) {
      graph.linkLists_[i] = static_cast<char*>(std::malloc(bytes));  // the library frees it
      if (!graph.linkLists_[i]) throw std::bad_alloc();
    }
    // From here on the library looks after this element, whatever comes next.
    graph.element_levels_[i] = levels[i];
    graph.cur_element_count = i + 1;
    if (bytes > 0) JAEDAN_RETURN_IF_ERROR(from.bytes(graph.linkLists_[i], bytes));
  }
  graph.enterpoint_node_ = header.entry;
  graph.maxlevel_ = header.top_level;
  if (!is_sound()) return damaged_index();
  return {};
}

/// Whether the library can follow every link, for it checks none, and every number can be compared.
bool HnswGraph::State::is_sound() const {
  const std::size_t count = graph.cur_element_count;
  if (graph.enterpoint_node_ >= count || graph.maxlevel_ != graph.element_levels_[graph.enterpoint_node_]) return false;
  for (std::size_t i = 0; i < count; ++i) {
    hnswlib::labeltype label = 0;
    std::memcpy(&label, element(i) + graph.label_offset_, sizeof(label));
    if (label != i || graph.element_levels_[i] > graph.maxlevel_) return false;
    const auto* point = reinterpret_cast<const float*>(graph.getDataByInternalId(static_cast<Place>(i)));
    if (!all_within(point, dimension + 1, kLargestNumber)) return false;
    for (int level = 0; level <= graph.element_levels_[i]; ++level) {
      if (!are_sound(graph.get_linklist_at_level(static_cast<Place>(i), level), level)) return false;
    }
  }
  return true;
}

bool HnswGraph::State::are_sound(const Links* links, int level) const {
  // The list's length and, above 16 bits, a mark of the library's that is not used here.
  const Links length = links[0];
  if (length > (level == 0 ? graph.maxM0_ : graph.maxM_)) return false;
  return std::all_of(links + 1, links + 1 + length,
                     [&](Place to) { return to < graph.cur_element_count && graph.element_levels_[to] >= level; });
}

}  // namespace jaedan::recommender
