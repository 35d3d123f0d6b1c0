#include "recommender/index/vector_index.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

#include "labeling/base/atomic_writer.h"
#include "recommender/index/index_file.h"
#include "recommender/index/vector_math.h"
#include "recommender/index/vector_rows.h"
#include "recommender/index/vector_search.h"

namespace jaedan::recommender {
namespace {

constexpr std::size_t kLongestSource = 4096;

Status check_vector(VectorId id, const std::vector<float>& vector, std::size_t dimension) {
  if (vector.size() != dimension) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.vector_length",
                 "vector {0} has {1|number}, others have {2}",
                 {id, vector.size(), dimension}};
  }
  if (!all_within(vector.data(), vector.size(), kLargestNumber)) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.vector_not_finite",
                 "vector {0} holds a number that is not finite, or beyond 1e15",
                 {id}};
  }
  return {};
}

Error no_vector(VectorId id) {
  return {ErrorCode::kNotFound, "recommender.no_vector", "the vector index has no vector {0}", {id}};
}

}  // namespace

VectorIndex::VectorIndex(VectorRows rows, const IndexOptions& options)
    : rows_(std::make_unique<VectorRows>(std::move(rows))), options_(options) {}
VectorIndex::VectorIndex(VectorIndex&&) noexcept = default;
VectorIndex& VectorIndex::operator=(VectorIndex&&) noexcept = default;
VectorIndex::~VectorIndex() = default;

Result<VectorIndex> VectorIndex::create(std::size_t dimension, const IndexOptions& options) {
  if (dimension > kMostDimensions) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.too_many_dimensions",
                 "a vector has {0} numbers at most, not {1}",
                 {kMostDimensions, dimension}};
  }
  const bool in_graph = options.expected > options.exact_up_to && dimension > 0;
  JAEDAN_ASSIGN_OR_RETURN(VectorRows rows, VectorRows::create(dimension, in_graph, options.expected));
  return VectorIndex(std::move(rows), options);
}

Result<VectorIndex> VectorIndex::build(const std::vector<const std::vector<float>*>& vectors,
                                       const IndexOptions& options) {
  IndexOptions all = options;
  all.expected = vectors.size();
  JAEDAN_ASSIGN_OR_RETURN(VectorIndex index, create(vectors.empty() ? 0 : vectors.front()->size(), all));
  // Who is wrong is said before a graph is built for minutes.
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    JAEDAN_RETURN_IF_ERROR(check_vector(i, *vectors[i], index.dimension()));
  }
  for (std::size_t i = 0; i < vectors.size(); ++i) JAEDAN_RETURN_IF_ERROR(index.add(i, *vectors[i]));
  return index;
}

Result<VectorIndex> VectorIndex::open(const std::string& path, const IndexOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(IndexFile file, read_index_file(path));
  VectorIndex index(std::move(file.rows), options);
  index.source_ = std::move(file.source);
  return index;
}

Status VectorIndex::save(const std::string& path, FileOperations& operations) const {
  JAEDAN_ASSIGN_OR_RETURN(const auto file, AtomicWriter::open(path, operations));
  JAEDAN_RETURN_IF_ERROR(write_index(*rows_, source_, *file));
  return file->commit();
}

Status VectorIndex::add(VectorId id, const std::vector<float>& vector) {
  JAEDAN_RETURN_IF_ERROR(check_vector(id, vector, dimension()));
  if (contains(id)) {
    return Error{ErrorCode::kConflict, "recommender.vector_there", "the vector index has a vector {0} already", {id}};
  }
  return rows_->add(id, vector.data());
}

Status VectorIndex::replace(VectorId id, const std::vector<float>& vector) {
  JAEDAN_RETURN_IF_ERROR(check_vector(id, vector, dimension()));
  const auto place = rows_->place_of(id);
  return place ? rows_->replace(*place, vector.data()) : no_vector(id);
}

Status VectorIndex::remove(VectorId id) {
  const auto place = rows_->place_of(id);
  if (!place) return no_vector(id);
  rows_->remove(*place);
  return {};
}

bool VectorIndex::contains(VectorId id) const { return rows_->place_of(id).has_value(); }
std::size_t VectorIndex::size() const { return rows_->size(); }
std::size_t VectorIndex::dimension() const { return rows_->dimension(); }
bool VectorIndex::is_exact() const { return !rows_->in_graph(); }
bool VectorIndex::outgrows_exact() const { return is_exact() && dimension() > 0 && size() > options_.exact_up_to; }

Result<std::vector<float>> VectorIndex::vector_of(VectorId id) const {
  const auto place = rows_->place_of(id);
  if (!place) return no_vector(id);
  return std::vector<float>(rows_->at(*place), rows_->at(*place) + dimension());
}

std::vector<VectorId> VectorIndex::ids() const {
  std::vector<VectorId> ids;
  ids.reserve(size());
  for (std::size_t i = 0; i < rows_->places(); ++i) {
    if (const auto place = static_cast<Place>(i); rows_->is_taken(place)) ids.push_back(rows_->id_at(place));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void VectorIndex::set_source(std::string source) {
  source_ = std::move(source);
  if (source_.size() > kLongestSource) source_.resize(kLongestSource);
}

Status VectorIndex::build_graph(const BuildProgress& go_on) {
  return is_exact() && dimension() > 0 ? rows_->build_graph(go_on) : Status();
}

Status VectorIndex::check_query(const std::vector<float>& query) const {
  if (query.size() != dimension()) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.asked_length",
                 "the query has {0|number}, the index has {1}",
                 {query.size(), dimension()}};
  }
  if (!all_within(query.data(), query.size(), kLargestNumber)) {
    return Error{ErrorCode::kInvalidArgument, "recommender.asked_not_finite",
                 "the query holds a number that is not finite, or beyond 1e15"};
  }
  return {};
}

Result<std::vector<Neighbour>> VectorIndex::nearest(const std::vector<float>& query, std::size_t k, Metric metric,
                                                    const std::function<bool(VectorId)>& wanted) const {
  if (size() == 0) return std::vector<Neighbour>();
  JAEDAN_RETURN_IF_ERROR(check_query(query));
  return VectorSearch(*rows_, query, metric, k, options_.breadth).among_all(wanted);
}

Result<std::vector<Neighbour>> VectorIndex::nearest_among(const std::vector<float>& query, std::size_t k, Metric metric,
                                                          const std::vector<VectorId>& wanted) const {
  if (std::adjacent_find(wanted.begin(), wanted.end(), std::greater_equal<>()) != wanted.end()) {
    return Error{ErrorCode::kInvalidArgument, "recommender.ids_in_no_order", "the ids of wanted vectors must ascend"};
  }
  if (size() == 0) return std::vector<Neighbour>();
  JAEDAN_RETURN_IF_ERROR(check_query(query));
  return VectorSearch(*rows_, query, metric, k, options_.breadth).among_ids(wanted);
}

std::vector<double> VectorIndex::similarities(const std::vector<float>& query, const std::vector<VectorId>& ids,
                                              Metric metric) const {
  assert(query.size() == dimension());
  const VectorSearch search(*rows_, query, metric, 0, 0);
  std::vector<double> scores;
  scores.reserve(ids.size());
  for (const VectorId id : ids) {
    const auto place = rows_->place_of(id);
    scores.push_back(place ? search.score_at(*place) : 0);
  }
  return scores;
}

}  // namespace jaedan::recommender
