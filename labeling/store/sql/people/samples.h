#pragma once

#include <vector>

#include "labeling/store/people/sample_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<SampleId> add_sample(Connection& connection, const Sample& sample, const std::vector<SampledPhoto>& photos);
Result<Sample> sample(Connection& connection, SampleId id);
Result<std::vector<Sample>> samples(Connection& connection, SampleId after, int limit);
Result<std::vector<SampledPhoto>> sampled_photos(Connection& connection, SampleId id, PhotoId after, int limit);
Status set_approved_by_rule(Connection& connection, SampleId id, PhotoId photo, std::int64_t revision);
Status set_sample_state(Connection& connection, SampleId id, SampleState before, SampleState after);

}  // namespace jaedan::labeling::sql
