#pragma once

#include <string>
#include <vector>

#include "inference/train/run/trainer.h"

namespace jaedan::inference {

/// Photos of a red square (a top) above a blue one (a bottom) at changing places, as a snapshot folder; the last one is
/// split val.
void write_drawn_photos(const std::string& folder, int count);

/// What people say of these photos, as a snapshot's labels: categories, fits and details, the same of each top (frill
/// and zip) and of each bottom (pocket).
void write_drawn_labels(const std::string& folder, int count);

/// A short training on the processor of what lies in `data`.
TrainingOptions options_for(const std::string& data, const std::string& output, std::vector<TrainingPhase> phases);
/// Batches of four at 64 × 96.
TrainingPhase small_phase(int epochs);

}  // namespace jaedan::inference
