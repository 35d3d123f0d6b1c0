#pragma once

#include <string>

#include "labeling/domain/result.h"
#include "labeling/store/store.h"

namespace jaedan::workflow {

/// Reads a filter as people type it: terms separated by blanks or commas, all of which must hold.
///   status=approved   part=top   worker=mina   text=IMG_   score>=0.5   score<=0.8   ATTRIBUTE=VALUE
/// e.g. "status=approved part=bottom category=skirt". Empty text filters nothing.
/// kInvalidArgument names the term that is not understood.
Result<labeling::PhotoFilter> parse_filter(const std::string& expression);

}  // namespace jaedan::workflow
