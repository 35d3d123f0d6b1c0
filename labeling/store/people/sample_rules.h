#pragma once

#include "labeling/base/result.h"
#include "labeling/store/people/sample_store.h"

namespace jaedan::labeling {

/// What every SampleStore holds its callers to, so that all refuse the same.
Status check_storable(const Sample& sample);
Status check_storable(const SampleRule& rule);
Error sample_unknown(SampleId id);
/// `state`: the one that it is in.
Error sample_not_so(SampleId id, SampleState state);

}  // namespace jaedan::labeling
