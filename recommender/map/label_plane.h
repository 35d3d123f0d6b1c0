#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "labeling/domain/geometry.h"
#include "recommender/map/dense_layer.h"
#include "recommender/map/vectors.h"

namespace jaedan::recommender {

/// How the plane is learned.
struct LabelPlaneOptions {
  std::size_t hidden = 64;  ///< numbers of the layers beside the middle
  int rounds = 0;           ///< times that every garment is looked at; 0 = until 600,000 were, at most 200 times
  std::size_t batch = 32;
  double rate = 3e-3;  ///< of Adam; falls to nought along half a cosine
  std::uint64_t seed = 1;
  std::size_t most_learned = 20000;  ///< of more garments so many are learned from, drawn by the seed
  double held_out = 0.1;             ///< share of them that is only measured, 0…1
  /// Asked after every round with the share that is done; false stops with kCancelled.
  std::function<bool(double)> go_on = {};
};

/// How far vectors are from what two numbers tell of them: the mean squared distance over garments that were not
/// learned from. Smaller is better.
struct ReconstructionError {
  std::size_t garments = 0;  ///< 0: there were too few to hold any out, and the errors are of those that were learned
  double plane = 0;          ///< of the autoencoder
  double principal = 0;      ///< of the first two principal components of the same garments: the level to beat
  double mean = 0;           ///< of no number at all, the mean garment for every one
};

/// A map of garments by what is said of them: the middle of an autoencoder (Hinton and Salakhutdinov 2006) of label
/// probabilities, D – hidden – 2 – hidden – D with tanh between. Plain numbers, so that it can be kept: garments that
/// come later find their place, and the old ones stay.
struct LabelPlane {
  std::vector<float> mean;
  DenseLayer narrow, squeeze;  ///< to the middle
  DenseLayer unfold, widen;    ///< from there
  ReconstructionError error;
};

/// Learns a plane of vectors of any kind (label_vector.h: their shares). One thread; equal input and seed, equal plane.
/// Some five seconds for garments of 200 values, however many. Errors as common_length; kInvalidArgument for options
/// that leave nothing to learn; kCancelled.
Result<LabelPlane> fit_label_plane(const Vectors& vectors, const LabelPlaneOptions& options = {});

/// Where vectors lie, in their order. kInvalidArgument when one has another length, or a number is not finite.
Result<std::vector<Point>> project(const LabelPlane& plane, const Vectors& vectors);

}  // namespace jaedan::recommender
