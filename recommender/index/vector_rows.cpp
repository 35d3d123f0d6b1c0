#include "recommender/index/vector_rows.h"

#include <algorithm>
#include <cmath>

#include "recommender/index/byte_stream.h"
#include "recommender/index/large_pages.h"
#include "recommender/index/vector_math.h"

namespace jaedan::recommender {
namespace {

/// Somebody may want to stop, or to see how far it is, after so many vectors.
constexpr std::size_t kVectorsBetweenLooks = 256;

bool is_sound_statistics(const VectorStatistics& statistics) {
  return std::isfinite(statistics.mean) && std::isfinite(statistics.length) &&
         std::isfinite(statistics.centred_length) && statistics.length >= 0 && statistics.centred_length >= 0;
}

}  // namespace

Result<VectorRows> VectorRows::create(std::size_t dimension, bool in_graph, std::size_t expected) {
  VectorRows rows(dimension);
  if (in_graph) {
    JAEDAN_ASSIGN_OR_RETURN(rows.graph_, HnswGraph::create(dimension, expected));
  } else {
    reserve_large(rows.list_, expected * dimension);
  }
  rows.ids_.reserve(expected);
  rows.taken_.reserve(expected);
  rows.statistics_.reserve(expected);
  rows.place_of_.reserve(expected);
  return rows;
}

Status VectorRows::add(VectorId id, const float* vector) {
  if (free_.empty()) return append(id, vector);
  const Place place = free_.top();
  JAEDAN_RETURN_IF_ERROR(replace(place, vector));
  free_.pop();
  ids_[place] = id;
  taken_[place] = 1;
  place_of_.insert(id, place);
  return {};
}

Status VectorRows::append(VectorId id, const float* vector) {
  if (places() >= kMostPlaces) {
    return Error{
        ErrorCode::kTooLarge, "recommender.index_full", "the vector index is full: it holds {0|vector}", {size()}};
  }
  const VectorStatistics statistics = statistics_of(vector, dimension_);
  if (graph_) {
    JAEDAN_RETURN_IF_ERROR(graph_->append(vector, statistics.length));
  } else {
    list_.insert(list_.end(), vector, vector + dimension_);
  }
  place_of_.insert(id, static_cast<Place>(places()));
  ids_.push_back(id);
  taken_.push_back(1);
  statistics_.push_back(statistics);
  return {};
}

Status VectorRows::replace(Place place, const float* vector) {
  const VectorStatistics statistics = statistics_of(vector, dimension_);
  if (graph_) {
    JAEDAN_RETURN_IF_ERROR(graph_->overwrite(place, vector, statistics.length));
  } else {
    std::copy(vector, vector + dimension_, list_.begin() + static_cast<std::ptrdiff_t>(place * dimension_));
  }
  statistics_[place] = statistics;
  return {};
}

void VectorRows::remove(Place place) {
  place_of_.erase(ids_[place]);
  // The graph keeps it as a stepping stone: its links hold the neighbourhood together.
  taken_[place] = 0;
  ids_[place] = 0;
  free_.push(place);
}

Status VectorRows::build_graph(const BuildProgress& go_on) {
  JAEDAN_ASSIGN_OR_RETURN(HnswGraph graph, HnswGraph::create(dimension_, places()));
  // One after the other: with several threads the graph, and with it the answers, would differ every time.
  for (std::size_t i = 0; i < places(); ++i) {
    if (go_on && i % kVectorsBetweenLooks == 0 && !go_on(i, places())) {
      return Error{ErrorCode::kCancelled, "recommender.index_stopped", "building the vector index was stopped"};
    }
    const auto place = static_cast<Place>(i);
    JAEDAN_RETURN_IF_ERROR(graph.append(at(place), statistics_[i].length));
  }
  graph_ = std::move(graph);
  list_ = {};
  return {};
}

Status VectorRows::write(ByteWriter& into) const {
  JAEDAN_RETURN_IF_ERROR(into.list(ids_));
  JAEDAN_RETURN_IF_ERROR(into.list(taken_));
  JAEDAN_RETURN_IF_ERROR(into.list(statistics_));
  return graph_ ? graph_->write(into) : into.list(list_);
}

Result<VectorRows> VectorRows::read(ByteReader& from, std::size_t dimension, std::size_t places, bool in_graph) {
  VectorRows rows(dimension);
  JAEDAN_RETURN_IF_ERROR(from.list(rows.ids_, places));
  JAEDAN_RETURN_IF_ERROR(from.list(rows.taken_, places));
  JAEDAN_RETURN_IF_ERROR(from.list(rows.statistics_, places));
  if (in_graph) {
    JAEDAN_ASSIGN_OR_RETURN(rows.graph_, HnswGraph::read(from, dimension, places));
  } else {
    JAEDAN_RETURN_IF_ERROR(from.list(rows.list_, static_cast<std::uint64_t>(places) * dimension));
  }
  if (!rows.is_sound() || !rows.find_places()) return damaged_index();
  return rows;
}

bool VectorRows::is_sound() const {
  return std::all_of(taken_.begin(), taken_.end(), [](std::uint8_t taken) { return taken <= 1; }) &&
         std::all_of(statistics_.begin(), statistics_.end(), is_sound_statistics) &&
         all_within(list_.data(), list_.size(), kLargestNumber);
}

/// False when two vectors claim one id.
bool VectorRows::find_places() {
  place_of_.reserve(places());
  for (std::size_t i = 0; i < places(); ++i) {
    const auto place = static_cast<Place>(i);
    if (!is_taken(place)) {
      free_.push(place);
    } else if (!place_of_.insert(ids_[i], place)) {
      return false;
    }
  }
  return true;
}

}  // namespace jaedan::recommender
