#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "labeling/base/file_system.h"
#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/synth/synth.h"

namespace jaedan::labeling {

struct WriteDrawnOptions {
  SynthOptions photos;
  int first = 0;                                      ///< index of the first photo
  int jpeg_quality = 90;                              ///< of the files, on top of the camera's own
  double validation_share = 0.15;                     ///< of the photos in snapshot.json, by a hash of the photo's name
  const std::atomic<bool>* cancel = nullptr;          ///< asked before every photo
  std::function<void(int done, int count)> progress;  ///< after every photo; may be empty
};

/// Draws `count` photos of `seed` into `folder`: NAME.jpg, NAME.json (a K-Fashion label file), masks/NAME.png (8 bits,
/// mask_value(Part), 0 = nothing) and, last, snapshot.json, from which the trainer reads: version, hash, and for every
/// item its name, photo, mask, split ("train" or "val") and the category of each part. Existing files of the same names
/// are replaced. kInvalidArgument when a snapshot.json is there that lists other photos; kIo, kCancelled (photos
/// already written stay, without a snapshot.json).
Status write_drawn_photos(const std::string& folder, int count, std::uint64_t seed, const Taxonomy& taxonomy,
                          const WriteDrawnOptions& options, FileSystem& files);

}  // namespace jaedan::labeling
