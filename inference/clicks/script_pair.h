#pragma once

#include <string>
#include <vector>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// A user's own click model as two TorchScript files of one folder, in the form that the SAM family exports (Kirillov
/// et al., 2023; its ONNX export): the encoder takes a picture 1×3×1024×1024 (RGB less SAM's mean over its deviation,
/// the longer side scaled to 1024, zeros right and below) and gives an embedding; the decoder takes
/// (embedding, points 1×N×2 in pixels of that picture, labels 1×N, mask 1×1×256×256 logits, whether there is a mask 1)
/// and gives (masks 1×K×h×w logits over the picture, scores 1×K). Labels: 1 adds, 0 does not, 2 and 3 are a box's
/// corners, −1 is nothing.
///
/// TorchScript can hold code, so both files must have been trusted by a person (InteractiveOptions::trusted).
inline constexpr const char* kScriptEncoder = "encoder.pt";
inline constexpr const char* kScriptDecoder = "decoder.pt";

/// Whether the folder holds such a pair, to be opened with open_interactive.
bool holds_script_pair(const std::string& folder);

/// A file that was trusted and is now read: its bytes, which are what was trusted even if the file changes meanwhile.
/// kNotFound; kUnsupported, with what to do, when its hash is not among `trusted`.
Result<std::string> read_trusted(const std::string& path, const std::vector<std::string>& trusted);

}  // namespace jaedan::inference
