#include <algorithm>

#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/sample_rules.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

Result<SampleId> MemoryStore::add_sample(const Sample& sample, const std::vector<SampledPhoto>& photos) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(sample));
  for (const SampledPhoto& one : photos) JAEDAN_RETURN_IF_ERROR(find(one.photo));
  const SampleId id{static_cast<std::int64_t>(state_.samples.size()) + 1};
  KeptSample& kept = state_.samples[id];
  kept.sample = sample;
  kept.sample.id = id;
  kept.sample.state = SampleState::kOpen;
  for (const SampledPhoto& one : photos) {
    kept.photos[one.photo] = one;
    Entry& entry = state_.entries[one.photo];
    const bool is_as_drawn = !entry.task && !entry.in_panel && entry.annotation.revision == one.revision;
    if (!one.chosen && is_as_drawn) entry.held = true;
  }
  return id;
}

Result<Sample> MemoryStore::sample(SampleId id) {
  const Lock lock(mutex_);
  const auto known = state_.samples.find(id);
  if (known == state_.samples.end()) return sample_unknown(id);
  return known->second.sample;
}

Result<std::vector<Sample>> MemoryStore::samples(SampleId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<Sample> samples;
  for (auto known = state_.samples.upper_bound(after); known != state_.samples.end(); ++known) {
    if (static_cast<int>(samples.size()) >= limit) break;
    samples.push_back(known->second.sample);
  }
  return samples;
}

Result<std::vector<SampledPhoto>> MemoryStore::sampled_photos(SampleId id, PhotoId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<SampledPhoto> photos;
  const auto sample = state_.samples.find(id);
  if (sample == state_.samples.end()) return photos;
  const std::map<PhotoId, SampledPhoto>& all = sample->second.photos;
  for (auto known = all.upper_bound(after); known != all.end(); ++known) {
    if (static_cast<int>(photos.size()) >= limit) break;
    photos.push_back(known->second);
  }
  return photos;
}

Status MemoryStore::set_approved_by_rule(SampleId id, PhotoId photo, std::int64_t revision) {
  const Lock lock(mutex_);
  const auto known = state_.samples.find(id);
  if (known == state_.samples.end()) return {};
  const auto one = known->second.photos.find(photo);
  if (one != known->second.photos.end()) one->second.approved = revision;
  return {};
}

Status MemoryStore::set_sample_state(SampleId id, SampleState before, SampleState after) {
  const Lock lock(mutex_);
  const auto known = state_.samples.find(id);
  if (known == state_.samples.end()) return sample_unknown(id);
  if (known->second.sample.state != before) return sample_not_so(id, known->second.sample.state);
  known->second.sample.state = after;
  if (before != SampleState::kOpen) return {};
  // What another sample holds was drawn for that one since, or with another revision.
  for (const auto& [photo, one] : known->second.photos) {
    Entry& entry = state_.entries[photo];
    if (!one.chosen && entry.annotation.revision == one.revision) entry.held = false;
  }
  return {};
}

Status MemoryStore::add_distance(const SubmittedDistance& distance) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(distance.photo));
  state_.distances.push_back(distance);
  state_.distances.back().number = static_cast<std::int64_t>(state_.distances.size());
  return {};
}

Result<std::vector<SubmittedDistance>> MemoryStore::distances(std::int64_t after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<SubmittedDistance> found;
  for (auto n = static_cast<std::size_t>(std::max<std::int64_t>(after, 0)); n < state_.distances.size(); ++n) {
    if (static_cast<int>(found.size()) >= limit) break;
    found.push_back(state_.distances[n]);
  }
  return found;
}

}  // namespace jaedan::labeling
