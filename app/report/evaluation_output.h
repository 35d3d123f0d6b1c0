#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "inference/train/measure/evaluate.h"

namespace jaedan::report {

/// By which rule the mean IoU counts, and what the other rule would say: a sentence.
std::string miou_rule(const inference::SegmentationScore& score);
/// What to say when photos are among them that models learn from; empty when none is.
std::string training_note(const inference::EvaluationReport& report);
/// How far the truth is the model's own output, in a sentence; empty where it is not.
std::string words_of(const inference::TruthOrigins& truth);

/// In how much of what was asked a head fills in its label, from what probability on, how much of that is right, and
/// how far its probabilities keep their word: a sentence without its full stop.
std::string words_of(const inference::HeadScore& score);

/// What a measurement found, as part of a document and as lines on `out`. `split`: as the command line names it.
nlohmann::json to_json(const inference::SegmentationScore& score);
void print(std::FILE* out, const inference::SegmentationScore& score);
nlohmann::json to_json(const std::string& model_id, const inference::EvaluationReport& report);
void print(std::FILE* out, const std::string& model_id, const inference::EvaluationReport& report,
           const std::string& split);

}  // namespace jaedan::report
